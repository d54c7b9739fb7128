using System.Globalization;

namespace DtPipeline.Catalogue;

/// <summary>Whose figure a national indicator is, for the periods that end by a day: <c>MIC..2025-02-28;MOST</c>.</summary>
/// <param name="Until">Null for the last one.</param>
public sealed record IndicatorOwner(string Organisation, DateOnly? Until)
{
    private const string Mark = "..";

    /// <summary>Reads the column <c>owner</c>, and notes what is wrong with it.</summary>
    internal static List<IndicatorOwner> Read(CatalogueTable table, bool isNational, ValidTime reported, IReadOnlyList<Organisation> organisations)
    {
        var listed = table.List("owner").Select(Parse).ToList();
        if (listed.Count > 0 && !isNational)
        {
            table.Note("owner is written but scope is organisation; take it out, or make the indicator national");
        }

        var from = reported.From;
        for (var i = 0; i < listed.Count && table.IsSound; i++)
        {
            var isLast = i == listed.Count - 1;
            if (listed[i] is not { } owner || (owner.Until is null) != isLast || owner.Until < from)
            {
                table.Note($"owner is '{table.Text("owner")}', expected a code, or several, each but the last with its last day, the earliest first: MIC..2025-02-28;MOST");
            }
            else if (organisations.Count > 0 && ProblemOf(owner, new ValidTime(from, isLast ? reported.To : owner.Until), organisations) is { } problem)
            {
                table.Note(problem);
            }

            from = listed[i]?.Until?.AddDays(1);
        }

        return [.. listed.OfType<IndicatorOwner>()];
    }

    private static IndicatorOwner? Parse(string text) =>
        text.Split(Mark) switch
        {
            [var code] => new IndicatorOwner(code, null),
            [var code, var day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) => new IndicatorOwner(code, until),
            _ => null,
        };

    private static string? ProblemOf(IndicatorOwner owner, ValidTime time, IReadOnlyList<Organisation> organisations)
    {
        // A list of organisations of one's own may lack the owners that are built in: nobody's figure is taken then.
        return organisations.FirstOrDefault(o => o.Code == owner.Organisation) is not { } organisation ? null
            : organisation.ValidTo is { } end && (time.To is null || end < time.To)
            ? $"owner '{owner.Organisation}' exists until {end:O}; name who owns the figure after it: {owner.Organisation}{Mark}{end:O};{organisation.SuccessorCode ?? "CODE"}"
            : time.From is { } from && from < organisation.ValidFrom
            ? $"owner '{owner.Organisation}' exists from {organisation.ValidFrom:O} on only; name who owns the figure from {from:O} to then"
            : null;
    }
}

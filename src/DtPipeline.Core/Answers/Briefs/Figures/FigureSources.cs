using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>What a brief's figures are made of, each looked up once: one figure stands in several parts and in both languages.</summary>
internal sealed class FigureSources(BriefInput input, Summaries summaries)
{
    private readonly Dictionary<(string Whose, Period Period), IReadOnlyList<(string Code, LedgerState Ledger)>> members = [];
    private readonly Dictionary<(string Indicator, string Whose, Period Period), IReadOnlyList<FigureSource>> made = [];
    private readonly Dictionary<(string Whose, Period Period), HashSet<string>> estimated = [];
    private Dictionary<(string Organisation, Period Period), BriefFile>? firstFiles;

    /// <summary>The observations of a group, or of one organisation.</summary>
    public IReadOnlyList<FigureSource> Of(string indicator, string whose, Period period)
    {
        if (!made.TryGetValue((indicator, whose, period), out var sources))
        {
            made[(indicator, whose, period)] = sources =
            [
                .. MembersOf(whose, period)
                    .Select(m => m.Ledger.Observations.GetValueOrDefault(indicator) is { IsAnswer: true } observation ? Of(m.Code, period, observation) : null)
                    .OfType<FigureSource>(),
            ];
        }

        return sources;
    }

    public FigureSource Of(string organisation, Period period, Observation observation) => new(
        organisation,
        period.ToString(),
        observation.Value,
        observation.FileId,
        input.Files.GetValueOrDefault(observation.FileId)?.Path,
        PlaceOf(observation));

    /// <summary>Mark [e]: a value of it is estimated, provisional or a forecast.</summary>
    public bool HaveEstimates(string indicator, string whose, Period period)
    {
        if (!estimated.TryGetValue((whose, period), out var indicators))
        {
            estimated[(whose, period)] = indicators = MembersOf(whose, period)
                .SelectMany(m => m.Ledger.Observations.Values)
                .Where(o => o.Status is ObservationStatus.Estimated or ObservationStatus.Provisional or ObservationStatus.Forecast)
                .Select(o => o.Indicator)
                .ToHashSet(StringComparer.Ordinal);
        }

        return indicators.Contains(indicator);
    }

    /// <summary>What was filed first by an organisation for a period.</summary>
    public FigureSource Filing(string organisation, Period period)
    {
        firstFiles ??= input.Files.Values
            .Where(f => f.UploadedAt <= input.AsOf)
            .GroupBy(f => (f.Organisation, f.Period))
            .ToDictionary(g => g.Key, g => g.OrderBy(f => f.UploadedAt).ThenBy(f => f.FileId, StringComparer.Ordinal).First());
        var first = firstFiles.GetValueOrDefault((organisation, period));
        return new FigureSource(organisation, period.ToString(), null, first?.FileId, first?.Path, null);
    }

    /// <summary>Who is in a group and has given something for a period, by code.</summary>
    private IReadOnlyList<(string Code, LedgerState Ledger)> MembersOf(string whose, Period period)
    {
        if (!members.TryGetValue((whose, period), out var found))
        {
            members[(whose, period)] = found =
            [
                .. summaries.LedgersOf(period).ByOrganisation
                    .Where(l => input.Catalogue.FindOrganisation(l.Key)?.IsIn(whose) == true)
                    .OrderBy(l => l.Key, StringComparer.Ordinal)
                    .Select(l => (l.Key, l.Value)),
            ];
        }

        return found;
    }

    private static string? PlaceOf(Observation observation) => observation.Place switch
    {
        { Cell: { } cell, Sheet: { } sheet } => $"{sheet}!{cell}",
        { Cell: { } cell } => cell,
        { Row: { } row, Sheet: { } sheet } => FormattableString.Invariant($"{sheet}!{row}"),
        { Row: { } row } => FormattableString.Invariant($"{row}"),
        _ => null,
    };
}

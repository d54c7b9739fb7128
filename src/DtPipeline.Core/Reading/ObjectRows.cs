using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Grids.Json;

namespace DtPipeline.Reading;

/// <summary>Objects of a JSON file as rows; the names of their properties are the columns.</summary>
internal sealed class ObjectRows(ReadContext context)
{
    private readonly Dictionary<string, ReportHeader> headers = new(StringComparer.Ordinal);
    private readonly HashSet<string> toldColumns = new(StringComparer.Ordinal);
    private readonly string? sheet = context.SheetName(null);

    public IEnumerable<ReportRow> Of(ReportText text)
    {
        using var objects = JsonObjects.Open(text, context);
        if (objects is null)
        {
            yield break;
        }

        CheckWhose(objects);
        foreach (var row in objects.Rows())
        {
            yield return Read(row);
        }
    }

    /// <summary>What stands once for all rows is the file's title: it keeps the whole file out.</summary>
    private void CheckWhose(JsonObjects objects)
    {
        var (organisation, period) = (context.Path.Organisation, context.Path.Period);
        if (objects.ForAll("organisation") is { } whose && context.Catalogue.Names.FindOrganisation(whose, period.LastDay)?.Code != organisation.Code)
        {
            context.KeepOut(FaultKinds.TitleOrganisation.At(context.Whole with { Column = "organisation" }, whose, $"{organisation.Code} ({organisation.NameVi})"));
        }

        if (objects.ForAll("period") is { } when && PeriodText.Whole(when) != period)
        {
            context.KeepOut(FaultKinds.TitlePeriod.At(context.Whole with { Column = "period" }, when, period.ToString()));
        }
    }

    private ReportRow Read(JsonRow row)
    {
        var number = row.Row.Number;
        if (row.Row.Damage is { } damage)
        {
            return Damaged(number, damage);
        }

        if (row.Names.GroupBy(n => OwnMeaning(n)?.Column?.ToString() ?? n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Damaged(number, FaultKinds.ColumnRepeated.At(new Place(sheet, number, FaultKind.Quoted(twice.Last())), twice.Last()));
        }

        return new ReportRow(HeaderOf(row.Names, number), row.Row);
    }

    private ReportRow Damaged(int number, Fault damage)
    {
        context.Faults.Add(damage);
        return new ReportRow(new ReportHeader(sheet, isWorkbook: false, []), new GridRow(number, [], damage));
    }

    private ColumnMeaning? OwnMeaning(string name) => IsOfOtherPeriod(name) ? null : ColumnMeaning.Of(name, context.Path.Period.Year);

    private bool IsOfOtherPeriod(string name) => ColumnMeaning.Of(name, context.Path.Period.Year)?.Period is { } period && period != context.Path.Period;

    private ReportHeader HeaderOf(IReadOnlyList<string> names, int number)
    {
        var key = string.Join('\n', names);
        if (headers.TryGetValue(key, out var known))
        {
            return known;
        }

        var columns = new List<(ReportColumn Column, int Place, string Name)>();
        for (var i = 0; i < names.Count; i++)
        {
            var meaning = OwnMeaning(names[i]);
            if (meaning?.Column is { } column)
            {
                columns.Add((column, i, FaultKind.Quoted(names[i])));
            }
            else if (meaning is not { IsPassedOver: true } && toldColumns.Add(names[i]))
            {
                var place = new Place(sheet, number, FaultKind.Quoted(names[i]));
                context.Faults.Add(IsOfOtherPeriod(names[i])
                    ? FaultKinds.ColumnOtherPeriod.At(place, names[i], context.Path.Period.ToString())
                    : FaultKinds.ColumnUnknown.At(place, names[i]));
            }
        }

        if (!columns.Exists(c => c.Column == ReportColumn.Indicator) && columns.FindIndex(c => c.Column == ReportColumn.Name) is >= 0 and var name)
        {
            columns[name] = columns[name] with { Column = ReportColumn.Indicator };
        }

        return headers[key] = new ReportHeader(sheet, isWorkbook: false, columns);
    }
}

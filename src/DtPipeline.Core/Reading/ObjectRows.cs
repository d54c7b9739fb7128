using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Grids.Json;

namespace DtPipeline.Reading;

/// <summary>Objects of a JSON file as rows; the names of their properties are the columns.</summary>
internal sealed class ObjectRows(ReadContext context)
{
    /// <summary>Of all kinds of rows together: a row that has other names than those before is read as a table of its own.</summary>
    private const int MostNames = 20_000;

    private readonly Dictionary<string, (ReportHeader Header, Fault? Repeated)> headers = new(StringComparer.Ordinal);
    private readonly HashSet<string> toldColumns = new(StringComparer.Ordinal);
    private int names;
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

        if (row.Names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Damaged(number, FaultKinds.ColumnRepeated.At(new Place(sheet, number, FaultKind.Quoted(twice.Key)), twice.Key));
        }

        var (header, repeated) = HeaderOf(row.Names, number);
        return repeated is null ? new ReportRow(header, row.Row) : Damaged(number, repeated with { Place = repeated.Place with { Row = number } });
    }

    private ReportRow Damaged(int number, Fault damage)
    {
        context.Faults.Add(damage);
        return new ReportRow(new ReportHeader(sheet, isWorkbook: false, [], []), new GridRow(number, [], damage));
    }

    private (ReportHeader Header, Fault? Repeated) HeaderOf(IReadOnlyList<string> columns, int number)
    {
        var key = string.Join('\n', columns);
        if (headers.TryGetValue(key, out var known))
        {
            return known;
        }

        names += columns.Count;
        if (names > MostNames)
        {
            return (new ReportHeader(sheet, isWorkbook: false, [], []), FaultKinds.FileJsonShape.At(new Place(sheet, number, null), $"> {MostNames} tên (names)", "{ indicator, value }"));
        }

        var set = ColumnSet.Of([.. columns.Select(n => new[] { HeaderLabel.Of(n) })], context, (_, name) => new Place(sheet, number, name), _ => true);
        foreach (var fault in set.Faults.Where(f => f.Severity != Severity.Error && toldColumns.Add(f.Found ?? string.Empty)))
        {
            context.Faults.Add(fault);
        }

        return headers[key] = (set.Header(sheet, isWorkbook: false), set.Faults.FirstOrDefault(f => f.Severity == Severity.Error));
    }
}

using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>The columns of one table by what their headers say together, and what is said of those that nothing is taken from.</summary>
internal sealed class ColumnSet
{
    private readonly ReadContext context;
    private readonly List<(ReportColumn Column, int Place, string Name)> columns = [];
    private readonly List<ValueColumn> values = [];
    private readonly List<int> parts = [];
    private (int Place, string Name)? total;
    private readonly List<Fault> faults = [];

    private ColumnSet(ReadContext context) => this.context = context;

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>Whether a column holds codes, apart from one of names.</summary>
    public bool HasCode { get; private set; }

    public bool HasName => Has(ReportColumn.Name);

    public int Known { get; private set; }

    /// <param name="labels">Of each column its header's cells, the upper ones first.</param>
    /// <param name="placeOf">Where the header of a column stands, by the column and its name.</param>
    /// <param name="holdsPeriods">Whether a column of "kỳ báo cáo" has periods below it; where it has figures it is a column of values.</param>
    public static ColumnSet Of(IReadOnlyList<IReadOnlyList<HeaderLabel>> labels, ReadContext context, Func<int, string, Place> placeOf, Func<int, bool> holdsPeriods)
    {
        var set = new ColumnSet(context);
        var read = labels.Select((l, i) => HeaderColumn.Of(l, i, context.Path.Period)).ToList();
        var total = labels.ToList().FindIndex(l => l is [var one] && ColumnWords.IsTotal(Fold.Of(one.Text)));
        set.total = total < 0 ? null : (total, FaultKind.Quoted(labels[total][0].Text));
        AddBeside(read, total >= 0);
        AddPeriodOfValues(read, labels, holdsPeriods);
        for (var i = 0; i < read.Count; i++)
        {
            set.Add(i, read[i], labels[i].Count == 0 ? string.Empty : FaultKind.Quoted(labels[i][^1].Text), placeOf);
        }

        set.HasCode = set.Has(ReportColumn.Indicator);
        if (!set.HasCode && set.columns.FindIndex(c => c.Column == ReportColumn.Name) is >= 0 and var name)
        {
            set.columns[name] = set.columns[name] with { Column = ReportColumn.Indicator };
        }

        return set;
    }

    public ReportHeader Header(string? sheet, bool isWorkbook) => new(sheet, isWorkbook, columns, values)
    {
        Unit = values is [var value] ? value.Unit : string.Empty,
        IsEstimate = values is [var estimate] && estimate.IsEstimate,
        IsSdmx = values.Exists(v => v.Name.StartsWith("OBS_VALUE", StringComparison.Ordinal)),
        Parts = parts,
        Total = total,
    };

    public bool Has(ReportColumn column) => columns.Exists(c => c.Column == column);

    public bool HasValues => values.Count > 0;

    /// <summary>A rate beside a plan says how much of it was reached; otherwise it is the value of a percentage, and a number that of a count.</summary>
    private static void AddBeside(List<HeaderColumn> read, bool hasTotal)
    {
        var isBesideValues = read.Exists(c => c.Value is not null) || read.Where(c => c.Beside is not null).Select(c => c.Beside!.Measure).Distinct().Count() > 1;
        var hasPlan = read.Exists(c => c.IsPlan);
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].Reached is { } reached && hasTotal && !hasPlan)
            {
                read[i] = new HeaderColumn(ReportColumn.Value, reached);
            }
            else if (read[i].Beside is { } beside)
            {
                read[i] = isBesideValues && !hasPlan ? new HeaderColumn(ReportColumn.Value, beside) : new HeaderColumn(null, IsPassedOver: beside.Measure == LabelMeasure.Rate);
            }
        }
    }

    private static void AddPeriodOfValues(List<HeaderColumn> read, IReadOnlyList<IReadOnlyList<HeaderLabel>> labels, Func<int, bool> holdsPeriods)
    {
        var at = read.FindIndex(c => c.Column == ReportColumn.Period);
        if (at >= 0 && labels[at].Any(l => l.IsNow) && !read.Exists(c => c.Column == ReportColumn.Value) && !holdsPeriods(at))
        {
            read[at] = new HeaderColumn(ReportColumn.Value, ValueColumn.Of(labels[at], at, false, true, null));
        }
    }

    private void Add(int place, HeaderColumn column, string name, Func<int, string, Place> placeOf)
    {
        Known += column.Column is not null || column.IsOtherPeriod ? 1 : 0;
        if (column.IsOtherPeriod)
        {
            faults.Add(FaultKinds.ColumnOtherPeriod.At(placeOf(place, name), name, context.Path.Period.ToString()));
        }
        else if (column.Value is { } value)
        {
            if (values.Exists(v => v.IsTwinOf(value)))
            {
                faults.Add(FaultKinds.ColumnRepeated.At(placeOf(place, name), name));
            }
            else
            {
                values.Add(value);
            }
        }
        else if (column.Column == ReportColumn.Part)
        {
            parts.Add(place);
        }
        else if (column.Column is { } known && columns.Exists(c => c.Column == known))
        {
            if (known is not (ReportColumn.Note or ReportColumn.Name))
            {
                faults.Add(FaultKinds.ColumnRepeated.At(placeOf(place, name), name));
            }
        }
        else if (column.Column is { } first)
        {
            columns.Add((first, place, name));
        }
        else if (name.Length > 0 && !column.IsPassedOver)
        {
            faults.Add(FaultKinds.ColumnUnknown.At(placeOf(place, name), name));
        }
    }
}

using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>What a column of a report means, whatever its header says and wherever it stands.</summary>
internal enum ReportColumn
{
    /// <summary>The indicator by its code, or by its name where there is no column of names.</summary>
    Indicator,
    Value,
    Organisation,
    Period,
    Unit,
    Status,
    Note,
    Numerator,
    Denominator,

    /// <summary>The indicator's name beside its code.</summary>
    Name,

    /// <summary>Since the beginning of the year: the value of indicators that the catalogue marks cumulative.</summary>
    Cumulative,

    /// <summary>SDMX-CSV 2.0: <c>D</c> takes a value back.</summary>
    Action,

    /// <summary>SDMX UNIT_MULT: the power of ten that values are multiplied by.</summary>
    UnitMultiplier,

    /// <summary>Which part of the whole a row is of: "Nữ", "Nông thôn". A table may have several such columns.</summary>
    Part,
}

/// <summary>Where the columns of one table stand, and what they are called.</summary>
internal sealed class ReportHeader
{
    private static readonly int Columns = Enum.GetValues<ReportColumn>().Length;

    private readonly int[] places = new int[Columns];
    private readonly string[] names = new string[Columns];
    private readonly IReadOnlyList<(ReportColumn Column, int Place, string Name)> columns;
    private readonly Dictionary<int, ReportHeader> chosen = [];

    /// <param name="sheet">Sheet of a workbook or member of an archive; null for a plain file.</param>
    /// <param name="isWorkbook">Cells have addresses such as <c>E7</c>.</param>
    /// <param name="values">Every column that may hold a value; the first of each kind stands for it until a row's indicator has chosen.</param>
    public ReportHeader(string? sheet, bool isWorkbook, IReadOnlyList<(ReportColumn Column, int Place, string Name)> columns, IReadOnlyList<ValueColumn> values)
    {
        Sheet = sheet;
        IsWorkbook = isWorkbook;
        Values = values;
        this.columns = columns;
        Array.Fill(places, -1);
        foreach (var (column, place, name) in columns.Concat(values.Reverse().Select(v => (v.Column, v.Place, v.Name))))
        {
            places[(int)column] = place;
            names[(int)column] = name;
        }
    }

    public string? Sheet { get; }

    public bool IsWorkbook { get; }

    public IReadOnlyList<ValueColumn> Values { get; }

    /// <summary>Unit said once for the whole table or in the value's header; empty where none is.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>The value column says that its values are estimates ("ước thực hiện").</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The names are those of SDMX-CSV, which writes numbers with a point and nothing else.</summary>
    public bool IsSdmx { get; init; }

    /// <summary>Columns that say which part of the whole a row is of.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>A column of totals beside the values, of which nothing is taken: what the values are out of; null where there is none.</summary>
    public (int Place, string Name)? Total { get; init; }

    public ReportHeader With(string unit) => Of(Values, unit, IsEstimate);

    /// <summary>The header of a row whose value stands in one of <see cref="Values"/>.</summary>
    public ReportHeader For(ValueColumn value)
    {
        if (!chosen.TryGetValue(value.Place, out var header))
        {
            chosen[value.Place] = header = Of([value], value.Unit.Length > 0 ? value.Unit : Unit, value.IsEstimate);
        }

        return header;
    }

    public bool Has(ReportColumn column) => places[(int)column] >= 0;

    public int PlaceOf(ReportColumn column) => places[(int)column];

    public string? NameOf(ReportColumn column) => names[(int)column];

    private ReportHeader Of(IReadOnlyList<ValueColumn> values, string unit, bool isEstimate) =>
        new(Sheet, IsWorkbook, columns, values) { Unit = unit, IsEstimate = isEstimate, IsSdmx = IsSdmx, Parts = Parts, Total = Total };
}

/// <summary>One row of a report, whatever format and layout it came in.</summary>
internal readonly struct ReportRow(ReportHeader header, GridRow row)
{
    public ReportHeader Header => header;

    /// <summary>As it stands in the file.</summary>
    public GridRow Grid => row;

    public int Number => row.Number;

    /// <summary>The row could not be read as cells; its fault is told.</summary>
    public bool IsDamaged => row.Damage is not null;

    /// <summary>The same cells, of which one column of values is chosen.</summary>
    public ReportRow Under(ReportHeader chosen) => new(chosen, row);

    public Place Whole => new(header.Sheet, row.Number, null);

    /// <summary>Empty where the table has no such column.</summary>
    public ref readonly GridCell Cell(ReportColumn column) => ref row[header.PlaceOf(column)];

    public string Text(ReportColumn column) => Cell(column).Text;

    public Place At(ReportColumn column) => PlaceOf(header, row.Number, column);

    public static Place PlaceOf(ReportHeader header, int row, ReportColumn column) => new(
        header.Sheet,
        row,
        header.NameOf(column),
        header.IsWorkbook && header.Has(column) ? CellAddress.Of(row, header.PlaceOf(column)) : null);
}

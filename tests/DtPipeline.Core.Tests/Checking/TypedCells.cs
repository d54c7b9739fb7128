using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>A table of cells with kinds, as workbooks have them, checked for Hà Nội and 2023-Q2.</summary>
internal static class TypedCells
{
    /// <param name="columns">What stands in each column; they are called as their meaning is.</param>
    public static CheckedReport Check(ReportColumn[] columns, params GridCell[][] rows)
    {
        var context = new ReadContext(new ReportPath(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2")), TheCatalogue.Default, new FaultList());
        var named = columns.Select((column, place) => (Column: column, Place: place, Name: column.ToString())).ToList();
        var values = named.Where(c => c.Column == ReportColumn.Value)
            .Select(c => new ValueColumn(c.Place, c.Name, c.Name, string.Empty, false, false, null, false, LabelMeasure.None, []));
        var header = new ReportHeader("Sheet1", true, [.. named.Where(c => c.Column != ReportColumn.Value)], [.. values]);
        return new ReportCheck(context).Run(rows.Select((cells, n) => new ReportRow(header, new GridRow(n + 2, cells))));
    }

    /// <summary>One indicator and its value.</summary>
    public static CheckedReport Check(string indicator, GridCell value) => Check([ReportColumn.Indicator, ReportColumn.Value], [new GridCell(indicator), value]);

    public static GridCell Shown(double number, int percents = 0, int thousands = 0, string literal = "") => GridCell.Of(number, new NumberLook(percents, thousands, literal, false));
}

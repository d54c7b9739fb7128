using DtPipeline.Faults;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Reading;

public sealed class LongTableTests
{
    [Fact]
    public void KnowsEveryColumnByItsNameInAnyOrderAndCase()
    {
        var table = ReadTable.Of("""
            Note,DENOMINATOR,numerator,Status,unit,period,organisation,Value,indicator
            n,4,3,P,percent,2023-Q2,P63-01,75,DG-05
            """);

        var row = Assert.Single(table.Rows);
        Assert.Empty(table.Faults);
        Assert.Equal(
            ["DG-05", "75", "P63-01", "2023-Q2", "percent", "P", "n", "3", "4"],
            Enum.GetValues<ReportColumn>().Take(9).Select(row.Text));
    }

    [Fact]
    public void AColumnThatIsNotThereReadsAsEmpty()
    {
        var row = Assert.Single(ReadTable.Of("indicator,value\nDG-05\n").Rows);

        Assert.Equal((string.Empty, string.Empty), (row.Text(ReportColumn.Value), row.Text(ReportColumn.Note)));
        Assert.Equal(new Place(null, 2, null), row.At(ReportColumn.Note));
    }

    [Fact]
    public void AHeaderWithoutRowsIsSaid()
    {
        var report = Sent.Text("indicator,value\n\n,\n").Report;

        Expect.OneFault(
            report.Faults, "file.no_rows", null, null,
            "Tệp chỉ có dòng tiêu đề, không có dòng số liệu nào.",
            "The file has a header but no row of data.");
    }

    [Fact]
    public void AMissingColumnIsNamedWithTheHeaderThatWasRead()
    {
        var table = ReadTable.Of("indicator,note\nDG-05,12\n");

        Assert.Empty(table.Rows);
        Expect.OneFault(
            table.Faults, "column.missing", 1, null,
            "Dòng tiêu đề thiếu cột «value»; tiêu đề đọc được: indicator,note.",
            "The header lacks the column 'value'; the header read is: indicator,note.");
    }

    [Fact]
    public void BothNeededColumnsCanBeMissing()
    {
        var table = ReadTable.Of("period,note\n2023-Q2,x\n");

        Assert.Equal(["indicator", "value"], table.Faults.Select(f => f.Expected));
    }

    [Fact]
    public void AHeaderBelowEmptyLinesIsFoundAndItsRowIsRight()
    {
        var table = ReadTable.Of("\n,,\nindicator,note\nDG-05,12\n");

        Assert.Equal(new Place(null, 3, null), Assert.Single(table.Faults).Place);
    }

    [Fact]
    public void ARepeatedColumnKeepsTheFileOut()
    {
        var table = ReadTable.Of("indicator,value,Value\nDG-05,12,13\n");

        Assert.Empty(table.Rows);
        Expect.OneFault(
            table.Faults, "column.repeated", 1, "Value",
            "Cột «Value» xuất hiện hai lần trong dòng tiêu đề.",
            "The column 'Value' stands twice in the header.");
    }

    [Fact]
    public void AnUnknownColumnIsOnlyMentioned()
    {
        var table = ReadTable.Of("indicator,Màu,value\nDG-05,x,12\n");

        Assert.Equal("12", Assert.Single(table.Rows).Text(ReportColumn.Value));
        Assert.Equal(Severity.Info, table.Faults[0].Severity);
        Expect.OneFault(
            table.Faults, "column.unknown", 1, "Màu",
            "Cột «Màu» không được dùng.",
            "The column 'Màu' is not used.");
    }

    [Fact]
    public void ARowWithTooManyFieldsIsAFaultAndTheOthersAreRead()
    {
        var table = ReadTable.Of("indicator,value\nDG-05,1,5\nDG-06,13\n");

        Assert.Equal(("DG-06", 1), (Assert.Single(table.Rows).Text(ReportColumn.Indicator), table.FaultyRows));
        Expect.OneFault(
            table.Faults, "row.fields", 2, null,
            "Dòng có 3 ô nhưng tiêu đề có 2 cột. Hãy đặt ô có dấu phân cách trong dấu nháy kép.",
            "The row has 3 fields but the header has 2 columns. Put cells that contain the separator in double quotes.");
    }

    [Fact]
    public void EmptyFieldsAtTheEndOfARowAreNoFault() =>
        Assert.Empty(ReadTable.Of("indicator,value\nDG-05,12,, ,\n").Faults);

    [Theory]
    [InlineData("DG-05,\"12\"3", "\"12\"3")]
    [InlineData("DG-05,1\"2", "1\"2")]
    [InlineData("\"DG-05\",\"1 \"\"a\"\"\", 2\"3,4", " 2\"3")]
    public void ARowWithBrokenQuotesIsAFaultAndTheOthersAreRead(string row, string found)
    {
        var table = ReadTable.Of($"indicator,value\n{row}\nDG-06,13\n");

        Assert.Equal((3, 1), (Assert.Single(table.Rows).Number, table.FaultyRows));
        Expect.OneFault(
            table.Faults, "row.quotes", 2, null,
            $"Dấu nháy kép trong dòng này không đúng: «{found}».",
            $"The double quotes in this row are broken: '{found}'.");
    }

    [Fact]
    public void AQuoteThatIsNeverClosedIsAFaultOfTheRowInWhichItOpens()
    {
        var table = ReadTable.Of("indicator,value,note\nDG-05,12,\nDG-06,13,\"open\nDG-13,14,\n");

        Assert.Equal("DG-05", Assert.Single(table.Rows).Text(ReportColumn.Indicator));
        Assert.Equal(("row.quotes", 3), (Assert.Single(table.Faults).Code, table.Faults[0].Place.Row));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void RowsAreNumberedByTheLineOnWhichTheyStart(string newLine)
    {
        string[] lines = ["indicator,value,note", "DG-05,12,\"one", "two", "three\"", string.Empty, "DG-06,13,\"a \"\"b\"\"\"", "DG-13,14,\"c", "d\"", "DG-17,15,"];

        var table = ReadTable.Of(string.Join(newLine, lines));

        Assert.Equal([2, 6, 7, 9], table.Rows.Select(r => r.Number));
        Assert.Equal([$"one{newLine}two{newLine}three", "a \"b\"", $"c{newLine}d", string.Empty], table.Rows.Select(r => r.Text(ReportColumn.Note)));
    }

    [Fact]
    public void AHeaderOfSeveralLinesDoesNotShiftTheRows() =>
        Assert.Equal(3, Assert.Single(ReadTable.Of("indicator,value,\"my\nnote\"\nDG-05,12,\n").Rows).Number);

    [Fact]
    public void MoreRowsThanAnyFormHasAreNotRead()
    {
        var lines = Enumerable.Repeat("DG-05,12", TableLayout.MostRows + 5);

        var table = ReadTable.Of(string.Join('\n', ["indicator,value", .. lines]));

        Assert.Equal(TableLayout.MostRows, table.Rows.Count);
        Expect.OneFault(
            table.Faults, "file.too_many_rows", 1_048_578, null,
            "Tệp có hơn 1048576 dòng; các dòng từ 1048578 trở đi không được đọc.",
            "The file has more than 1048576 rows; those from row 1048578 on are not read.");
    }
}

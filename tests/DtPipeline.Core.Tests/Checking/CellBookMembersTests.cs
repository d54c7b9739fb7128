using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Rows of one indicator in several members of an archive, and in several columns.</summary>
public sealed class CellBookMembersTests
{
    /// <summary>Of a member of an archive that is kept out nothing stands, whatever it said before.</summary>
    [Fact]
    public void WhatAMemberSaysThatIsKeptOutContradictsNobody()
    {
        var faults = new FaultList();
        var book = new CellBook(faults);
        Add(book, "a.csv", "DG-05", 12);
        Add(book, "a.csv", "DG-06", 13);
        Add(book, "b.csv", "DG-06", 14);
        faults.AddForMember("b.csv", FaultKinds.FileStrict.At(new Place("b.csv", null, null), "x"));

        Assert.Equal([("DG-05", 12.0), ("DG-06", 13.0)], book.Close().Select(c => (c.Indicator.Code, c.Value!.Value)));
        Assert.Equal((1, 0), (book.Fallen, book.Repeated));
    }

    [Fact]
    public void TwoMembersThatStandContradictEachOther()
    {
        var faults = new FaultList();
        var book = new CellBook(faults);
        Add(book, "a.csv", "DG-06", 13);
        Add(book, "b.csv", "DG-06", 14);
        faults.AddForMember("c.csv", FaultKinds.FileStrict.At(new Place("c.csv", null, null), "x"));

        Assert.Empty(book.Close());
        Assert.Equal((2, 0, 3L), (book.Fallen, book.Repeated, faults.Errors));
    }

    [Fact]
    public void AMemberThatIsKeptOutTakesEveryRowOfItsOwnWithIt()
    {
        var faults = new FaultList();
        var book = new CellBook(faults);
        Add(book, "b.csv", "DG-05", 12);
        Add(book, "b.csv", "DG-05", 12);
        faults.AddForMember("b.csv", FaultKinds.FileStrict.At(new Place("b.csv", null, null), "x"));

        Assert.Empty(book.Close());
        Assert.Equal((2, 0), (book.Fallen, book.Repeated));
    }

    [Fact]
    public void OfAMemberThatIsKeptOutRowsBehindWhatAReceiptListsFallToo()
    {
        var faults = new FaultList();
        var book = new CellBook(faults);
        for (var i = 0; i < FaultList.Most + 3; i++)
        {
            Add(book, "b.csv", "DG-05", 12);
        }

        faults.AddForMember("b.csv", FaultKinds.FileStrict.At(new Place("b.csv", null, null), "x"));

        Assert.Empty(book.Close());
        Assert.Equal(FaultList.Most + 3, book.Fallen);
    }

    [Fact]
    public void ARepetitionIsToldInTheTableAndColumnWhereItStands()
    {
        var faults = new FaultList();
        var book = new CellBook(faults);
        var header = HeaderOf("a.csv");
        Add(book, header, "P06-05", 12, ReportColumn.Value);
        Add(book, header, "P06-05", 12, ReportColumn.Cumulative);
        Add(book, HeaderOf("b.csv"), "P06-05", 12, ReportColumn.Cumulative);

        Assert.Equal(new Place("a.csv", 2, "value"), Assert.Single(book.Close()).Place);
        Assert.Equal([new Place("a.csv", 2, "to date"), new Place("b.csv", 2, "to date")], faults.ToList().Select(f => f.Place));
    }

    private static void Add(CellBook book, string member, string indicator, double value) => Add(book, HeaderOf(member), indicator, value, ReportColumn.Value);

    private static void Add(CellBook book, ReportHeader header, string indicator, double value, ReportColumn column)
    {
        var row = new ReportRow(header, new GridRow(2, []));
        book.Add(row, new RowSubject(row, TheCatalogue.Indicator(indicator), "A", null, 1, column), new StatedValue(value, "A"));
    }

    private static ReportHeader HeaderOf(string member) =>
        new(member, false, [(ReportColumn.Indicator, 0, "indicator"), (ReportColumn.Value, 1, "value"), (ReportColumn.Cumulative, 2, "to date")], []);
}

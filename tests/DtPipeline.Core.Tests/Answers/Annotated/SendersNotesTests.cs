using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Annotated;
using DtPipeline.Faults;

namespace DtPipeline.Core.Tests.Answers.Annotated;

public sealed class SendersNotesTests
{
    private const string Vml = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
        <v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div>a<br>b</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>4</x:Row><x:Column>2</x:Column></x:ClientData></v:shape>
        </xml>
        """;

    private static readonly byte[] Sent = SentWorkbook.Edited(
        SentWorkbook.Of(SentWorkbook.Report + """<legacyDrawing r:id="rIdShapes"/><tableParts count="0"/>"""),
        document =>
        {
            var sheet = document.Sheet("Báo cáo");
            SentWorkbook.Feed(sheet.AddNewPart<VmlDrawingPart>("rIdShapes"), Vml);
            sheet.AddNewPart<WorksheetCommentsPart>("rIdNotes").Comments = new Comments(
                new Authors(new Author("Nguyễn Văn A")),
                new CommentList(new Comment(new CommentText(new Run(new Text("Xem lại số này")))) { Reference = "C5", AuthorId = 0 }));
        });

    [Fact]
    public void StayOnOtherCells()
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [At("C4")])!;

        Assert.Equal(["Báo cáo!C4", "Báo cáo!C5"], Seen.CellsWithNotes(annotated));
        Assert.Contains("Báo cáo!C5: Xem lại số này", Seen.Notes(annotated));
        Assert.Equal([(4, 2), (3, 2)], Shapes(annotated));
        Assert.Empty(Seen.ValidationErrors(annotated));
    }

    [Fact]
    public void OfAFaultyCellAreWrittenOnBelow()
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [At("C5")])!;

        Assert.Equal(
            ["Báo cáo!C5: Xem lại số này\nDtPipeline:\nLỗi: «abc» không phải là số.\n\nError: 'abc' is not a number."], Seen.Notes(annotated));
        Assert.Equal([(4, 2)], Shapes(annotated));
    }

    [Fact]
    public void AreAsTheyWereOnceTheCellsAreRight()
    {
        var again = AnnotatedWorkbook.Of(AnnotatedWorkbook.Of(Sent, [At("C5"), At("C4")])!, [])!;

        Assert.Equal(["Báo cáo!C5: Xem lại số này"], Seen.Notes(again));
        Assert.Equal([(4, 2)], Shapes(again));
        Assert.Equal(Seen.Fills(Sent), Seen.Fills(again));
    }

    [Fact]
    public void OfOtherSheetsAndFormsAreNotTouched()
    {
        var annotated = AnnotatedWorkbook.Of(Sent, [FaultKinds.FileNoRows.At(Place.WholeFile)])!;

        Assert.All(Seen.Parts(Sent).Where(p => !p.Key.Contains("workbook", StringComparison.Ordinal) && !p.Key.StartsWith('[') && !p.Key.Contains("styles", StringComparison.Ordinal)),
            part => Assert.Equal(part.Value, Seen.Parts(annotated)[part.Key]));
    }

    [Fact]
    public void ShapesThatCannotBeReadLeaveTheCellColouredWithoutANote()
    {
        var broken = SentWorkbook.Edited(Sent, document => SentWorkbook.Feed(document.Sheet("Báo cáo").GetPartById("rIdShapes"), "<xml><v:shape></xml>"));

        var annotated = AnnotatedWorkbook.Of(broken, [At("C4")])!;

        Assert.Equal(["Báo cáo!C5: Xem lại số này"], Seen.Notes(annotated));
        Assert.Contains("Báo cáo!C4 = FFF4B8B0", Seen.Fills(annotated));
    }

    private static Fault At(string cell) => FaultKinds.ValueNotNumber.At(new("Báo cáo", 4, "Thực hiện", cell), "abc", "a number");

    /// <summary>Row and column, from 0, of every shape of a note.</summary>
    private static List<(int, int)> Shapes(byte[] workbook)
    {
        var vml = Seen.Parts(workbook).Single(p => p.Key.EndsWith(".vml", StringComparison.Ordinal)).Value;
        var excel = System.Xml.Linq.XNamespace.Get("urn:schemas-microsoft-com:office:excel");
        return [.. System.Xml.Linq.XElement.Parse(vml).Descendants(excel + "ClientData").Select(d => ((int)d.Element(excel + "Row")!, (int)d.Element(excel + "Column")!))];
    }
}

using System.Text;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

/// <summary>HTML, web archives, Word, OpenDocument and XML made to do harm.</summary>
public sealed class HostileDocumentTests
{
    private const string Table = "<table><tr><td>indicator</td><td>value</td></tr><tr><td>DG-05</td><td>12</td></tr></table>";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void HtmlBeyondItsLimitIsKeptOut() => HostileFile.IsKeptOut(Encoding.UTF8.GetBytes(Table + new string(' ', 4 * 1_048_576)), "file.too_large");

    [Fact]
    public void ElementsInEachOtherWithoutEndAreKeptOut() =>
        HostileFile.IsKeptOut(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 300_000)) + Table), "file.too_large");

    [Fact]
    public void FormattingThatIsNeverClosedIsKeptOut() =>
        HostileFile.IsKeptOut(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<font size={i}>")) + string.Concat(Enumerable.Repeat("<p>", 5_000)) + Table), "file.too_large");

    [Fact]
    public void FormattingLeftOpenInEveryCellIsHowPeopleWrite()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td><font color=red>DG-05<td><b>12", 400));

        Assert.Equal(12, Assert.Single(HostileFile.Read($"<html><table><tr><td>indicator<td>value{rows}</table>").Cells).Value);
    }

    [Fact]
    public void ACellThatCoversMillionsIsCut() =>
        Assert.NotEmpty(HostileFile.Read(Encoding.UTF8.GetBytes("<html><table><tr><td>indicator<td>value" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=65534>DG-05<td>12", 5_000)) + "</table>"), 200).Faults);

    [Fact]
    public void ScriptsWriteNothing() =>
        Assert.Equal(12, Assert.Single(HostileFile.Read($"<html>{Table}<script>document.body.innerHTML=''</script>").Cells).Value);

    [Fact]
    public void EntitiesOfAnXmlSpreadsheetAreNotUnfolded() => HostileFile.IsKeptOut(
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"1\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">&b;</Workbook>"), "file.document_type");

    [Fact]
    public void ADocumentTypeInsideAnXmlSpreadsheetKeepsItOut() => HostileFile.IsKeptOut(
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><!DOCTYPE x><Worksheet/></Workbook>"), "file.document_type");

    [Fact]
    public void OneTextOfManyMebibytesIsABomb() => HostileFile.IsKeptOut(
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet Name=\"{new string('x', 9 * 1_048_576)}\"/></Workbook>"), "file.bomb");

    [Fact]
    public void NamesWithoutEndAreDamage() => HostileFile.IsKeptOut(
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<n{i}/>"))}</Workbook>"), "file.corrupt");

    [Fact]
    public void TablesInTablesWithoutEndAreDamage()
    {
        var document = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 200)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 200));

        HostileFile.IsKeptOut(Docx(document), "file.corrupt");
    }

    [Fact]
    public void RowsThatAreThereMillionsOfTimesEnd()
    {
        const string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        var sheet = "<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>1</text:p></table:table-cell></table:table-row></table:table>";

        Assert.NotEmpty(HostileFile.Read(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><office:document {Namespaces} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body></office:document>"), 300).Faults);
    }

    [Fact]
    public void AWebArchiveOfArchivesEnds()
    {
        var head = string.Concat(Enumerable.Range(0, 300).Select(i => $"Content-Type: multipart/related; boundary=\"b{i}\"\r\n\r\n--b{i}\r\n"));

        Assert.NotEmpty(HostileFile.Read($"MIME-Version: 1.0\r\n{head}Content-Type: text/html\r\n\r\n{Table}").Faults);
    }

    private static byte[] Docx(string body) => HostileFile.Zip(
        ("[Content_Types].xml", s => s.Write("<Types/>"u8)),
        ("word/document.xml", s => s.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"))));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Azure.Templates;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>Workbooks that go back and forth between an organisation and the pipeline.</summary>
public sealed class WorkbookAnswerTests
{
    private const string Path = "P63-01/2023-Q2/bao-cao.xlsx";

    [Fact]
    public async Task AnAnnotatedWorkbookIsCorrectedUploadedAndTaken()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await pipeline.TakeAsync(await pipeline.UploadAsync(Path, Workbook(["Chỉ tiêu", "Thực hiện"], ["DG-05", "38.5"], ["DG-06", "tám mươi"])));
        Assert.Equal("accepted_with_faults\n3 value.not_number: 'tám mươi' is not a number.", await pipeline.AnswerAsync(Path));

        var annotated = await DownloadAsync(pipeline, $"{Path}.annotated.xlsx");
        Assert.Equal("DtPipeline", AuthorOfNoteAt(annotated, "B3"));

        // Storage stamps uploads to the second, and what is later must be so by more than that.
        pipeline.Clock.Set("2023-06-20T09:10:00+07:00");
        await pipeline.TakeAsync(await pipeline.UploadAsync(Path, With(annotated, ("B3", "80"))));

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
        Assert.False(await pipeline.Account.Receipts.GetBlobClient($"{Path}.annotated.xlsx").ExistsAsync());
        var rows = await pipeline.RowsAsync("2023-Q2~P63-01", "obs~");
        Assert.Equal([("obs~DG-05", 38.5), ("obs~DG-06", 80)], rows.Select(r => (r.RowKey, r.GetDouble("Value") ?? 0)));
    }

    [Fact]
    public async Task AWorkbookTakesTheCallsOfATextFileAndOneMoreForTheCopyThatShowsItsFaults()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await using var watched = new WatchedStorage(pipeline);
        async Task<int> CountAsync(string path, byte[] content)
        {
            await pipeline.UploadAsync(path, content);
            watched.Forget();
            await watched.TakeAsync(path);
            return watched.Calls.Count(c => c.Method != "DELETE");
        }

        await CountAsync("P63-04/2023-Q2/bao-cao.csv", "indicator,value\nDG-05,38.5\n"u8.ToArray());
        var text = await CountAsync("P63-02/2023-Q2/bao-cao.csv", "indicator,value\nDG-05,38.5\n"u8.ToArray());
        var (clean, faulty) = (Workbook(["Chỉ tiêu", "Thực hiện"], ["DG-05", "38.5"]), Workbook(["Chỉ tiêu", "Thực hiện"], ["DG-05", "38.5"], ["DG-06", "tám mươi"]));

        Assert.Equal([text, text + 1], [await CountAsync("P63-06/2023-Q2/bao-cao.xlsx", clean), await CountAsync(Path, faulty)]);
    }

    [Fact]
    public async Task ATemplateFilledInIsReadWithoutAFault()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nDG-05,38.5\nGOV-01,1\nDE-08,1234\n");
        var (template, why) = await pipeline.Get<TemplateMaker>().MakeAsync("P63-01", "2023-Q2", CancellationToken.None);
        Assert.Null(why);

        var filled = With(template!, [.. Rows(template!).Select(r => ($"F{r.Number}", ValueFor(r.Unit)))]);
        await pipeline.TakeAsync(await pipeline.UploadAsync(Path, filled));

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
        Assert.Equal(Rows(template!).Count, (await pipeline.RowsAsync("2023-Q2~P63-01", "obs~")).Count);
        Assert.Equal("38.5", Rows(template!).Single(r => r.Code == "DG-05").Last);
    }

    [Fact]
    public async Task ATemplateAsksForTheTasksThatAreNotDone()
    {
        await using var pipeline = await TestPipeline.StartAsync();
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nT22-01,40\nT22-02,xong\n");

        var (template, _) = await pipeline.Get<TemplateMaker>().MakeAsync("P63-01", "2023-Q2", CancellationToken.None);

        Assert.Equal([("T22-01", "%", "40"), ("T22-03", "%", "")], Rows(template!).Where(r => r.Code.StartsWith('T')).Select(r => (r.Code, r.Unit, r.Last)));
    }

    [Theory]
    [InlineData("P63-99", "2023-Q2", "Không có cơ quan nào mang mã «P63-99». Hãy dùng mã trong danh mục, ví dụ P34-01, MOF.")]
    [InlineData("P63-01", "2023-Q3", "Kỳ «2023-Q3» chưa bắt đầu; kỳ này bắt đầu ngày 2023-07-01.")]
    [InlineData("P63-01", "2022-Q4", "P63-01 không phải nộp biểu mẫu nào cho kỳ 2022-Q4.")]
    public async Task WhereNothingIsOwedThereIsNoTemplate(string organisation, string period, string vi)
    {
        await using var pipeline = await TestPipeline.StartAsync();

        var (template, why) = await pipeline.Get<TemplateMaker>().MakeAsync(organisation, period, CancellationToken.None);

        Assert.Null(template);
        Assert.Equal(vi, why!.Vi);
    }

    private static string ValueFor(string unit) => unit == "có/không" ? "có" : "12";

    private static async Task<byte[]> DownloadAsync(TestPipeline pipeline, string name) =>
        (await pipeline.Account.Receipts.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    internal static byte[] Workbook(params string[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((cells, r) =>
                new Row(cells.Select((text, c) => Written($"{(char)('A' + c)}{r + 1}", text))) { RowIndex = (uint)r + 1 })));
            workbook.Workbook.Append(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Biểu 1" }));
        }

        return bytes.ToArray();
    }

    private static byte[] With(byte[] workbook, params (string Address, string Text)[] cells)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            foreach (var (address, text) in cells)
            {
                var old = Cells(document).Single(c => c.CellReference == address);
                var written = Written(address, text);
                written.StyleIndex = old.StyleIndex;
                old.Parent!.ReplaceChild(written, old);
            }
        }

        return bytes.ToArray();
    }

    private static Cell Written(string address, string text) =>
        new(new InlineString(new Text(text))) { CellReference = address, DataType = CellValues.InlineString };

    private static IEnumerable<Cell> Cells(SpreadsheetDocument document)
    {
        var first = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().First();
        return ((WorksheetPart)document.WorkbookPart.GetPartById(first.Id!.Value!)).Worksheet!.Descendants<Cell>();
    }

    private static List<(int Number, string Code, string Unit, string Last)> Rows(byte[] template)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false);
        var texts = Cells(document).ToDictionary(c => c.CellReference!.Value!, c => c.InnerText);
        return [.. Enumerable.Range(6, 100)
            .Where(n => texts.TryGetValue($"B{n}", out var code) && code.Length > 0)
            .Select(n => (n, texts[$"B{n}"], texts[$"D{n}"], texts.GetValueOrDefault($"E{n}", string.Empty)))];
    }

    private static string AuthorOfNoteAt(byte[] workbook, string address)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var comments = document.WorkbookPart!.WorksheetParts.Select(p => p.WorksheetCommentsPart).OfType<WorksheetCommentsPart>().Single().Comments;
        var note = comments.CommentList!.Elements<Comment>().Single(c => c.Reference == address);
        return comments.Authors!.Elements<Author>().ElementAt((int)note.AuthorId!.Value).Text;
    }
}

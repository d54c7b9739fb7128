using System.Xml.Linq;
using DtPipeline.Answers.Receipts;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Receipts;

public sealed class ReceiptPageTests
{
    private static readonly DateTimeOffset Now = Sent.At.AddSeconds(2);

    [Fact]
    public void NamesOrganisationPeriodAndFileInWordsAndTimesInVietnam()
    {
        var page = PageOf(Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,12"))[0], Now));

        Assert.Equal("Biên nhận: Hà Nội, Quý II/2023", page.Descendants("title").Single().Value);
        Assert.Equal(
            [
                "Hà Nội P63-01Ha Noi",
                "Quý II/2023 2023-Q2Second quarter of 2023",
                "bao-cao.csvP63-01/2023-Q2/bao-cao.csv",
                "10:00:00 ngày 20/06/202320 June 2023, 10:00:00",
                "10:00:02 ngày 20/06/202320 June 2023, 10:00:02",
            ],
            page.Descendants("dd").Select(d => d.Value));
    }

    [Theory]
    [InlineData("accepted", "✓", "Đã nhận, không có lỗiAccepted without errors")]
    [InlineData("accepted_with_faults", "!", "Đã nhận một phần, có lỗi cần sửaAccepted in part, there are errors to correct")]
    [InlineData("rejected", "✕", "Không nhận được số liệuRejected, nothing is stored")]
    [InlineData("evidence", "✎", "Đã lưu bản kýKept as evidence")]
    [InlineData("duplicate", "=", "Tệp trùng, không có gì thay đổiThe same file again, nothing has changed")]
    public void SaysTheStatusInWordsAndNotByColourAlone(string status, string mark, string title)
    {
        var banner = PageOf(Sample() with { Status = status }).Descendants("header").Single();

        Assert.Equal($"banner {status}", banner.Attribute("class")!.Value);
        Assert.Equal(mark, banner.Elements("p").Single().Value);
        Assert.Equal(title, banner.Descendants("h1").Single().Value);
    }

    [Fact]
    public void CountsInWordsAndLeavesOutWhatThereIsNoneOf()
    {
        var page = PageOf(Sample() with { Counts = new FilingCounts(1_234, 1_230, 0, 0, 0, 0, 4) });

        Assert.Equal(
            [
                "1.234 dòng số liệu trong tệprows of data in the file",
                "1.230 giá trị mới, đã lưunew values, stored",
                "4 dòng có lỗi, không được lưurows with an error, not stored",
            ],
            page.Descendants("ul").Single(u => Class(u) == "counts").Elements("li").Select(l => l.Value));
    }

    [Fact]
    public void ListsFaultsBySeverityWithPlaceFoundExpectedAndMessage()
    {
        var page = PageOf(Sample(
            FaultKinds.ColumnUnknown.At(new Place(null, 1, "colour"), "colour"),
            FaultKinds.ValueNotNumber.At(new Place("Biểu 1", 7, "Kết quả", "E7"), "abc", "a number"),
            FaultKinds.FileEmpty.At(Place.WholeFile)));

        Assert.Equal(["Lỗi: không được lưu (2)Errors: not stored", "Thông tin (1)For information"], page.Descendants("h3").Select(h => h.Value));
        Assert.Equal(
            [
                "7|Biểu 1|Kết quả|E7|abc|a number|«abc» không phải là số.'abc' is not a number.value.not_number",
                "cả tệpwhole file||||||Tệp rỗng. Hãy gửi lại tệp có dữ liệu.The file is empty. Send it again with its data.file.empty",
                "1||colour||colour||Cột «colour» không được dùng.The column 'colour' is not used.column.unknown",
            ],
            Rows(page));
    }

    [Fact]
    public void AColumnThatNoFaultFillsIsLeftOut() => Assert.Equal(
        ["DòngRow", "CộtColumn", "Đã ghiFound", "Cần cóExpected", "Giải thíchExplanation"],
        PageOf(Sample(FaultKinds.ValueNotNumber.At(new Place(null, 7, "value"), "abc", "a number"))).Descendants("thead").Single().Descendants("th").Select(h => h.Value));

    [Fact]
    public void SaysWhatToDoOnceForEachKindAndErrorsFirst()
    {
        var page = PageOf(Sample(
            FaultKinds.ColumnUnknown.At(new Place(null, 1, "colour"), "colour"),
            FaultKinds.ValueNotNumber.At(new Place(null, 2, "value"), "abc", "a number"),
            FaultKinds.ValueNotNumber.At(new Place(null, 3, "value"), "def", "a number")));

        var advice = page.Descendants("ol").Single().Elements("li").ToList();
        Assert.Contains("upload the whole file to the same place again.", page.Value, StringComparison.Ordinal);
        Assert.Equal(["error", "info"], advice.Select(Class));
        Assert.Equal(["Lỗi, 2 chỗError, 2 places", "Thông tin, 1 chỗInformation, 1 place"], advice.Select(a => Part(a, "times")));
        Assert.Equal(FaultKinds.ValueNotNumber.Remedy!.Vi + FaultKinds.ValueNotNumber.Remedy.En, Part(advice[0], "remedy"));
    }

    [Fact]
    public void WithoutFaultsThereIsNothingToDoAndNoTable()
    {
        var page = PageOf(Sample());

        Assert.Contains("Không cần làm gì thêm.", page.Value, StringComparison.Ordinal);
        Assert.Empty(page.Descendants("table"));
    }

    [Fact]
    public void ShowsFiveHundredRowsAndSaysWhereTheOthersAre()
    {
        var errors = Enumerable.Range(1, 499).Select(n => FaultKinds.ValueNotNumber.At(new Place(null, n, "value"), "abc", "a number"));
        var remarks = Enumerable.Range(1, 600).Select(n => FaultKinds.CellRepeated.At(new Place(null, n, "value"), "DG-05"));

        var page = PageOf(Sample([.. remarks, .. errors]));

        Assert.Equal(500, Rows(page).Count());
        Assert.Equal(["Lỗi: không được lưu (499)Errors: not stored", "Thông tin (600)For information"], page.Descendants("h3").Select(h => h.Value));
        Assert.Equal(
            "Trang này hiện 500 mục đầu trong 1.099 mục; tệp .receipt.json ở cùng chỗ có đủ.This page shows the first 500 of 1099; the .receipt.json beside it has them all.",
            page.Descendants("p").Single(p => Class(p) == "more").Value.Trim());
    }

    [Fact]
    public void WhateverASenderWroteIsTextAndNeverHtml()
    {
        const string Evil = "</td><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;";
        var receipt = Sample(FaultKinds.ColumnUnknown.At(new Place(Evil, 1, Evil, Evil), Evil, Evil)) with { Path = Evil, Organisation = Evil, Period = Evil, DuplicateOf = Evil };

        var page = PageOf(receipt);

        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
        Assert.Equal($"1|{Evil}|{Evil}|{Evil}|{Evil}|{Evil}|Cột «{Evil}» không được dùng.The column '{Evil}' is not used.column.unknown", Rows(page).Single());
    }

    [Fact]
    public void VietnameseLettersStayAsTheyAre() =>
        Assert.Contains("«Kế hoạch đã ký» không phải là số.", Written(Sample(FaultKinds.ValueNotNumber.At(Place.WholeFile, "Kế hoạch đã ký"))), StringComparison.Ordinal);

    [Fact]
    public void AFileThatBelongsToNobodyIsAnsweredToo()
    {
        var page = PageOf(Receipt.Of(LedgerSteps.InTurn(Sent.Text("indicator,value\nDG-05,12\n", "bao-cao.csv"))[0], Now));

        Assert.Equal(["Không xác định đượcNot known", "Không xác định đượcNot known"], page.Descendants("dd").Take(2).Select(d => d.Value));
        Assert.Contains("Upload it again to the right place; a new receipt will lie beside it there.", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultOfAKindThatIsNoMoreIsListedWithoutAdvice()
    {
        var fault = ReceiptFault.Of(FaultKinds.FileEmpty.At(Place.WholeFile)) with { Code = "file.never_was" };

        var page = PageOf(Sample() with { Faults = [fault] });

        Assert.Single(Rows(page));
        Assert.Empty(page.Descendants("ol").Single().Elements("li"));
    }

    [Fact]
    public void NeedsNothingFromElsewhereAndLeadsToTheHelpAlone()
    {
        var page = Written(Sample(FaultKinds.FileEmpty.At(Place.WholeFile))).Replace("<a href=\"https://help.test/help/", "<a ", StringComparison.Ordinal);
        page = page.Replace("<a class=\"code\" href=\"https://help.test/help/", "<a ", StringComparison.Ordinal);

        Assert.Contains("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />""", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href|url|@import)\\s*[=(]", page);
        Assert.DoesNotContain("http", page.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Receipt Sample(params Fault[] faults) => new(
        "f1", Sent.Path, "abc", "P63-01", "2023-Q2", Sent.At, Now, "accepted", null, new FilingCounts(1, 1, 0, 0, 0, 0, 0), new Bilingual("Đã nhận.", "Accepted."),
        [.. faults.Select(ReceiptFault.Of)]);

    private static string Written(Receipt receipt) => ReceiptPage.Of(receipt, TheCatalogue.Default, Sent.Help);

    // The page is well-formed XML too, so that its parts can be asked for.
    private static XElement PageOf(Receipt receipt) => XDocument.Parse(Written(receipt), LoadOptions.PreserveWhitespace).Root!;

    private static IEnumerable<string> Rows(XElement page) =>
        page.Descendants("tbody").Elements("tr").Select(r => string.Join('|', r.Elements().Select(c => c.Value)));

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? string.Empty;

    private static string Part(XElement of, string name) => of.Descendants().Single(e => Class(e) == name).Value;
}

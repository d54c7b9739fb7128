using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Receipts;

public sealed class ReceiptTests
{
    private static readonly DateTimeOffset Now = Sent.At.AddSeconds(2);

    [Fact]
    public void RepeatsWhatIsKnownOfTheFile()
    {
        var step = LedgerSteps.InTurn(Sent.Rows("DG-05,12"))[0];

        var receipt = Receipt.Of(step, Now);

        Assert.Equal(("f1", Sent.Path, step.Filing.Sha256), (receipt.FileId, receipt.Path, receipt.Sha256));
        Assert.Equal(("P63-01", "2023-Q2"), (receipt.Organisation, receipt.Period));
        Assert.Equal((Sent.At, Now), (receipt.UploadedAt, receipt.ProcessedAt));
        Assert.Equal(step.Counts, receipt.Counts);
    }

    [Fact]
    public void OfAFileWithoutErrorsSaysAccepted() => Says(
        Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,12"))[0], Now), "accepted",
        "Đã nhận báo cáo, không có lỗi.",
        "The report is accepted without errors.");

    [Fact]
    public void OfAFileWithGoodAndBadRowsSaysWhatToDo() => Says(
        Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,12", "DG-06,abc"))[0], Now), "accepted_with_faults",
        "Đã lưu các dòng đúng. Hãy sửa các dòng có lỗi dưới đây và gửi lại tệp.",
        "The good rows are stored. Correct the faults below and send the file again.");

    [Fact]
    public void OfAFileWithoutAnythingGoodSaysRejected() => Says(
        Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,abc"))[0], Now), "rejected",
        "Không lưu được số liệu nào. Hãy sửa các lỗi dưới đây và gửi lại tệp.",
        "Nothing could be stored. Correct the faults below and send the file again.");

    [Fact]
    public void CountsTheErrorsThatItHasNoRoomForAndSoDoesTheListOfWhatHasCome()
    {
        var manifold = Receipt.Of(LedgerSteps.InTurn(Sent.Rows([.. Enumerable.Repeat("DG-99,1", FaultList.Most + 3)]))[0], Now);
        var single = Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-99,1"))[0], Now);

        Assert.Equal((3, FaultList.Most + 3), (manifold.UnlistedErrors, Arrival.Of(manifold).Errors));
        Assert.Equal((null, 1), (single.UnlistedErrors, Arrival.Of(single).Errors));
    }

    [Fact]
    public void OfTheSameBytesAgainCitesTheOriginal()
    {
        var receipt = Receipt.Of(LedgerSteps.InTurn(Sent.Rows("DG-05,12"), Sent.Rows("DG-05,12"))[1], Now);

        Assert.Equal("f1", receipt.DuplicateOf);
        Says(
            receipt, "duplicate",
            "Tệp giống hệt tệp gửi ngay trước đó; không có gì thay đổi.",
            "The file is the same, byte for byte, as the one sent just before; nothing has changed.");
    }

    [Fact]
    public void OfAFileAtAWrongPathNamesNobody()
    {
        var receipt = Receipt.Of(LedgerSteps.InTurn(Sent.Text("indicator,value\nDG-05,12\n", "bao-cao.csv"))[0], Now);

        Assert.Equal(("rejected", null, null), (receipt.Status, receipt.Organisation, receipt.Period));
        Assert.Equal("path.depth", Assert.Single(receipt.Faults).Code);
    }

    [Fact]
    public void HasEveryFaultAndNotOnlyTheFirst()
    {
        var step = LedgerSteps.InTurn(Sent.Table("indicator,value,colour", "DG-05,abc,red", "P06-06,12,blue"))[0];

        Assert.Equal(
            [
                new ReceiptFault(null, 1, "colour", null, "column.unknown", "info", "colour", null,
                    new Bilingual("Cột «colour» không được dùng.", "The column 'colour' is not used.")),
                new ReceiptFault(null, 2, "value", null, "value.not_number", "error", "abc", "a number",
                    new Bilingual("«abc» không phải là số.", "'abc' is not a number.")),
                new ReceiptFault(null, 3, "indicator", null, "indicator.not_owed", "warning", "P06-06", null,
                    new Bilingual(
                        "Chỉ tiêu «P06-06» không thuộc biểu mẫu nào của cơ quan này; số liệu vẫn được lưu.",
                        "The indicator 'P06-06' is in no form of this organisation; the value is stored.")),
            ],
            Receipt.Of(step, Now).Faults);
    }

    private static void Says(Receipt receipt, string status, string vi, string en)
    {
        Assert.Equal(status, receipt.Status);
        Assert.Equal(new Bilingual(vi, en), receipt.Message);
    }
}

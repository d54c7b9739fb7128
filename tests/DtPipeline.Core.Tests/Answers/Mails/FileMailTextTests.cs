using DtPipeline.Answers.Mails;
using DtPipeline.Answers.Receipts;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Answers.Mails;

public sealed class FileMailTextTests
{
    private static readonly MailLinks Links = new(new Uri("https://example.test/files/receipt?path=P63-01%2F2023-Q2%2Fbao-cao.csv"), Sent.Help.OfReceipts("vi"));

    [Fact]
    public void SaysWhatBecameOfTheFileTheFirstFaultsAndWhereItsReceiptLies()
    {
        var mail = Of(Sent.Rows("GOV-01,1", "DS-05,nhiều", "KHONG-CO,1"));

        Assert.Equal("[DtPipeline] Hà Nội 2023-Q2, «bao-cao.csv»: đã nhận một phần, có lỗi cần sửa", mail.Subject);
        Assert.StartsWith(
            "Hà Nội, kỳ 2023-Q2, tệp «P63-01/2023-Q2/bao-cao.csv»: đã nhận một phần, có lỗi cần sửa. "
            + "Đã lưu các dòng đúng. Hãy sửa các dòng có lỗi dưới đây và gửi lại tệp.\n\nLỗi đầu tiên\n- dòng 3: ",
            mail.Text,
            StringComparison.Ordinal);
        Assert.Contains("\n- dòng 4: ", mail.Text, StringComparison.Ordinal);
        Assert.Contains("\n\ndòng: 1 đã lưu, 2 có lỗi, 0 bỏ trống\n\n--\n\nHa Noi, 2023-Q2, the file 'P63-01/2023-Q2/bao-cao.csv': accepted in part, ", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\nrows: 1 stored, 2 with errors, 0 empty\n\n{Links.Look.AbsoluteUri}\nTrợ giúp – Help: https://help.test/help/vi/senders#receipt\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsComeFirstAndTenAreNamed()
    {
        var mail = Of(Sent.Rows([.. Enumerable.Range(1, 14).Select(n => $"KHONG-CO-{n},1")]));

        Assert.Equal("[DtPipeline] Hà Nội 2023-Q2, «bao-cao.csv»: không nhận được số liệu", mail.Subject);
        Assert.Equal(20, mail.Text.Split('\n').Count(l => l.StartsWith("- dòng ", StringComparison.Ordinal) || l.StartsWith("- row ", StringComparison.Ordinal)));
        Assert.Contains("\n- và 4 mục nữa trong biên nhận\n", mail.Text, StringComparison.Ordinal);
    }

    private static MailContent Of(Filing filing) =>
        FileMailText.Of(Receipt.Of(LedgerFold.Apply(LedgerState.Empty, filing, TheCatalogue.Default), Sent.At), TheCatalogue.Default, Links);
}

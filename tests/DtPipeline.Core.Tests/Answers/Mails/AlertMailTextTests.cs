using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Answers.Mails;

public sealed class AlertMailTextTests
{
    private static readonly DateOnly Today = new(2023, 7, 8);
    private static readonly Recipient Secretariat = RecipientTests.Read("SEC,Tổ thư ký,a@x.vn,@all,,green,first,overseer");
    private static readonly MailLinks Link = MailLinks.Of(Secretariat, new Uri("https://example.test/alerts"), Sent.Help);

    [Fact]
    public void OneAlertStandsInTheSubject()
    {
        var mail = AlertMailText.Of(Secretariat, [Alert("catalogue.faulty~forms.csv", "Tệp «forms.csv» có 1 lỗi.", "The file 'forms.csv' has 1 fault.")], Today, Link, TheCatalogue.Default);

        Assert.Equal("[DtPipeline] catalogue: Tệp «forms.csv» có 1 lỗi.", mail.Subject);
        Assert.Equal(
            """
            Tổ thư ký, ngày 08/07/2023

            - [ĐỎ] Tệp «forms.csv» có 1 lỗi.

            --

            Tổ thư ký, 2023-07-08

            - [RED] The file 'forms.csv' has 1 fault.

            https://example.test/alerts
            Trợ giúp – Help: https://help.test/help/vi/secretariat#alerts

            """,
            mail.Text);
    }

    [Fact]
    public void WhoReportsIsLedToTheGuideForSenders() => Assert.Equal(
        "https://help.test/help/vi/senders",
        MailLinks.Of(RecipientTests.Read("R,Sở,a@x.vn,P63-01,,green,first,reporter"), new Uri("https://example.test/alerts"), Sent.Help).Help.AbsoluteUri);

    [Fact]
    public void SeveralAreCountedInIt() => Assert.Equal(
        "[DtPipeline] 2 cảnh báo đỏ: một.",
        AlertMailText.Of(Secretariat, [Alert("a", "một.", "one."), Alert("b", "hai.", "two.")], Today, Link, TheCatalogue.Default).Subject);

    [Fact]
    public void ASubjectIsOneBoundedLineWhateverIsQuotedInIt()
    {
        var mail = AlertMailText.Of(Secretariat, [Alert("a", "x\r\nBcc: everybody@x.vn\r\n\r\n" + new string('ệ', 5_000), "x")], Today, Link, TheCatalogue.Default);

        Assert.Equal(200, mail.Subject.Length);
        Assert.StartsWith("[DtPipeline] catalogue: x Bcc: everybody@x.vn ệ", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    private static InboxAlert Alert(string key, string vi, string en) => new(
        new AlertSubject(key, AlertType.CatalogueFaulty, "catalogue", null, null, null), 1, AlertState.Open, AlertSeverity.Red, 0, null, new Bilingual(vi, en), DateTimeOffset.UnixEpoch, null);
}

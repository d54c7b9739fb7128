using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class ConfirmedQuestionTests
{
    private static readonly DateTimeOffset Now = new(2023, 6, 29, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public void IsToldAsSettledOnceWithWhoAnsweredIt()
    {
        var question = new InboxAlert(
            new AlertSubject("value.anomaly~2023-Q2~P63-01", AlertType.ValueAnomaly, "P63-01", "2023-Q2", null, null),
            1,
            AlertState.Open,
            AlertSeverity.Yellow,
            0,
            null,
            new Bilingual("hỏi", "asked"),
            Now.AddDays(-1),
            null);
        var confirmed = question with { State = AlertState.Confirmed, Handling = new Handling("k", "P63-01", HandlingAction.Confirm, "Lan", Now, 1, null, "đã gọi, số đúng") };
        var first = Of(DigestMemory.Nothing, question);

        var second = Of(first.Memory, confirmed);

        Assert.Single(first.New);
        Assert.Contains("Settled (1)\n- asked (Lan: đã gọi, số đúng)\n", DigestText.Of(second, new MailLinks(new Uri("https://example.test/alerts"), Sent.Help.OfAlerts("vi"))).Text, StringComparison.Ordinal);
        Assert.True(Of(second.Memory, confirmed).IsEmpty);
    }

    private static Digest Of(DigestMemory memory, InboxAlert alert) =>
        Digest.Of(RecipientTests.Read("SEC,Tổ thư ký,a@x.vn,@all,,green,first,overseer"), [alert], memory, Now, TheCatalogue.Default);
}

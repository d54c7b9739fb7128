using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class RecipientAlertTests
{
    private static readonly Recipient Secretariat = RecipientTests.Read("SEC,Tổ thư ký,s@x.vn,@all,,green,first,overseer");

    [Fact]
    public void SaysWhomNoMailReachesAndWhy()
    {
        var condition = RecipientAlert.Of(Secretariat, new Bilingual("máy chủ trả lời 550", "the server answered 550"));

        Assert.Equal(new AlertSubject("recipient.unreachable~SEC", "recipient.unreachable", "catalogue", null, null, null), condition.Subject);
        Assert.Equal((true, AlertSeverity.Red), (condition.Holds, condition.Severity));
        Assert.Equal(
            new Bilingual(
                "Thư không đến được người nhận «SEC» (Tổ thư ký): máy chủ trả lời 550. Hãy xem lại địa chỉ trong recipients.csv.",
                "No mail reaches the recipient 'SEC' (Tổ thư ký): the server answered 550. Look at the address in recipients.csv."),
            condition.WhileItHolds);
        Assert.Equal(new Bilingual("Thư lại đến được người nhận «SEC».", "Mail reaches the recipient 'SEC' again."), condition.OnceSettled);
    }

    [Fact]
    public void IsSettledOnceAMailWasTaken() => Assert.False(RecipientAlert.Of(Secretariat, null).Holds);

    [Fact]
    public void OfWhoeverIsNoLongerListedItIsSettledWithTheReason()
    {
        var catalogue = TheCatalogue.SmallWithFile("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\nSEC,Tổ thư ký,s@x.vn,@all,,green,first,overseer\n").Catalogue!;

        var gone = Assert.Single(RecipientAlert.OfGone(["recipient.unreachable~SEC", "recipient.unreachable~OLD", "catalogue.faulty~OLD"], catalogue));

        Assert.Equal(new AlertSubject("recipient.unreachable~OLD", "recipient.unreachable", "catalogue", null, null, null), gone.Subject);
        Assert.False(gone.Holds);
        Assert.Equal(new Bilingual("Người nhận «OLD» không còn trong recipients.csv.", "The recipient 'OLD' is no longer in recipients.csv."), gone.OnceSettled);
    }
}

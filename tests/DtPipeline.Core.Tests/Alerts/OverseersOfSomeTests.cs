using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What overseers of some of the 63 provinces are told of the one alert for all of them, on 29 June 2023.</summary>
public sealed class OverseersOfSomeTests
{
    [Theory]
    [InlineData("P63-01", "Hà Nội chưa nộp", "Ha Noi has not filed")]
    [InlineData("P63-01;P63-92;MPS", "Hà Nội, Cần Thơ chưa nộp", "Ha Noi, Can Tho have not filed")]
    [InlineData("@all", "Cả 63 cơ quan chưa nộp", "All 63 organisations have not filed")]
    [InlineData("@provinces", "Cả 63 cơ quan chưa nộp", "All 63 organisations have not filed")]
    public void OfAnAlertForAllAnOverseerIsToldThePartOfThoseWhomItOversees(string organisations, string vi, string en)
    {
        var recipient = RecipientTests.Read($"OV,Vụ,a@x.vn,{organisations},,green,first,overseer");

        var digest = Told(recipient);

        Assert.Equal(
            new Bilingual(
                $"{vi} «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).",
                $"{en} the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26)."),
            Assert.Single(digest.New).Text);
    }

    [Theory]
    [InlineData("@ministries")]
    [InlineData("P34-08")]
    public void OfAnAlertForAllWhoeverOverseesNoneOfThoseWhoOweIsToldNothing(string organisations) =>
        Assert.True(Told(RecipientTests.Read($"OV,Vụ,a@x.vn,{organisations},,green,first,overseer")).IsEmpty);

    [Fact]
    public void AnOverseerOfManyOfAGroupIsToldHowManyTheyAre()
    {
        var six = string.Join(';', TheCatalogue.Default.Organisations.Take(6).Select(o => o.Code));

        var digest = Told(RecipientTests.Read($"OV,Vụ,a@x.vn,{six},,green,first,overseer"));

        Assert.StartsWith("6 organisations have not filed", Assert.Single(digest.New).Text.En, StringComparison.Ordinal);
    }

    private static Digest Told(Recipient recipient)
    {
        var owed = new OwedBy(
            new Bilingual("Cả 63 cơ quan", "All 63 organisations"),
            true,
            new Bilingual("nộp", "filed"),
            new Bilingual("«Báo cáo quý của địa phương» kỳ 2023-Q2", "the 'Quarterly report of provinces' for 2023-Q2"),
            new DateOnly(2023, 6, 26));
        var subject = new AlertSubject("report.overdue~2023-Q2~PROV-Q", AlertType.ReportOverdue, "@provinces", "2023-Q2", "PROV-Q", null);
        var alert = new InboxAlert(subject, 1, AlertState.Open, AlertSeverity.Yellow, 0, owed, new Bilingual("a", "a"), Sent.At, null);
        return Digest.Of(recipient, [alert], DigestMemory.Nothing, new DateTimeOffset(2023, 6, 29, 0, 30, 0, TimeSpan.Zero), TheCatalogue.Default);
    }
}

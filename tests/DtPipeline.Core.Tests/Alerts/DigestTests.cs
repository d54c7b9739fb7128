using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Answers.Mails;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>Digests of 29 June 2023, three days after the quarterly reports were due.</summary>
public sealed class DigestTests
{
    private static readonly DateTimeOffset Now = new(2023, 6, 29, 0, 30, 0, TimeSpan.Zero);
    private static readonly Recipient Secretariat = RecipientTests.Read("SEC,Tổ thư ký,a@x.vn,@all,,green,first,overseer");
    private static readonly Recipient HaNoi = RecipientTests.Read("HN,Hà Nội,a@x.vn,P63-01,,green,first,reporter");

    [Fact]
    public void TheFirstOneTellsAllThatIsOpenAsNew()
    {
        var digest = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01"), Overdue("P63-92"));

        Assert.Equal(["P63-01", "P63-92"], digest.New.Select(l => l.Alert.Subject.Organisation));
        Assert.Empty(digest.Open);
    }

    [Fact]
    public void WhatWasToldIsStillOpenUntilItIsWorseHandledOrSettled()
    {
        var first = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01"), Overdue("P63-48"), Overdue("P63-79"), Overdue("P63-92"));

        var second = Of(
            Secretariat,
            first.Memory,
            Overdue("P63-01"),
            Overdue("P63-48") with { Sequence = 2, Severity = AlertSeverity.Red },
            Overdue("P63-79") with { State = AlertState.Acknowledged },
            Overdue("P63-92") with { Sequence = 2, State = AlertState.Resolved });

        Assert.Equal("P63-01", Assert.Single(second.Open).Alert.Subject.Organisation);
        Assert.Equal("P63-48", Assert.Single(second.Worse).Alert.Subject.Organisation);
        Assert.Equal("P63-79", Assert.Single(second.Handled).Alert.Subject.Organisation);
        Assert.Equal("P63-92", Assert.Single(second.Settled).Alert.Subject.Organisation);
        Assert.Empty(second.New);
    }

    [Fact]
    public void WhoSentWhatCouldNotBeTakenStandsInALineOfItsOwnAndIsNotWorse()
    {
        var first = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01"), Overdue("P63-48"), Overdue("P63-92"));
        var refused = new[] { ("P63-01", 20), ("P63-48", 28) }.Select(r => Overdue(r.Item1) with
        {
            Sequence = 2,
            WorseSequence = 1,
            Owed = Overdue(r.Item1).Owed! with { Refused = new Dictionary<string, DateOnly> { [r.Item1] = new(2023, 6, r.Item2) } },
        });

        var second = Of(Secretariat, first.Memory, [.. refused, Overdue("P63-92")]);

        Assert.Empty(second.Worse);
        var text = DigestText.Of(second, new MailLinks(new Uri("https://example.test/"), Sent.Help.OfAlerts("vi"))).Text;
        Assert.Contains(
            "\n- [VÀNG] quá hạn 3 ngày (hạn 26/06/2023), đã gửi tệp nhưng không lưu được số liệu nào của «Báo cáo quý của địa phương» kỳ 2023-Q2, 2 cơ quan: Hà Nội (nhận lần đầu 20/06/2023), Đà Nẵng (nhận lần đầu 28/06/2023).\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            "\n- [YELLOW] 3 days overdue (due 2023-06-26), sent but nothing could be taken: the 'Quarterly report of provinces' for 2023-Q2, 2 organisations: Ha Noi (first received 2023-06-20), Da Nang (first received 2023-06-28).\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("\n- [YELLOW] Can Tho has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26).\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsSettledIsToldOnce()
    {
        var resolved = Overdue("P63-01") with { Sequence = 2, State = AlertState.Resolved };
        var first = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01"));
        var second = Of(Secretariat, first.Memory, resolved);

        Assert.Single(second.Settled);
        Assert.True(Of(Secretariat, second.Memory, resolved).IsEmpty);
    }

    [Fact]
    public void WhatWasRaisedAndSettledBetweenTwoIsNotTold() =>
        Assert.True(Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01") with { Sequence = 2, State = AlertState.Resolved }).IsEmpty);

    [Fact]
    public void AReminderThatBecameOverdueIsNotSettled()
    {
        var soon = Soon("P63-01");
        var first = Of(Secretariat, DigestMemory.Nothing, soon);

        var second = Of(Secretariat, first.Memory, soon with { Sequence = 2, State = AlertState.Resolved }, Overdue("P63-01"));

        Assert.Empty(second.Settled);
        Assert.Equal("report.overdue", Assert.Single(second.New).Alert.Subject.Type);
    }

    [Fact]
    public void ANoticeIsToldOnceHoweverOftenItIsSeen()
    {
        var late = new InboxAlert(
            new AlertSubject("report.late~2023-Q2~P63-01~PROV-Q", AlertType.ReportLate, "P63-01", "2023-Q2", "PROV-Q", null),
            1,
            AlertState.Told,
            AlertSeverity.Yellow,
            0,
            null,
            new Bilingual("Hà Nội nộp chậm 3 ngày.", "Ha Noi filed 3 days late."),
            Now.AddHours(-1),
            null);
        var first = Of(Secretariat, DigestMemory.Nothing, late);

        Assert.Single(first.New);
        Assert.True(Of(Secretariat, first.Memory, late).IsEmpty);
    }

    [Fact]
    public void ASnoozedAlertIsOnlyCountedAndIsTheOldOneWhenItComesBack()
    {
        var first = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-01"));
        var second = Of(Secretariat, first.Memory, Overdue("P63-01") with { Sequence = 2, Severity = AlertSeverity.Red, State = AlertState.Snoozed });

        Assert.True(second.IsEmpty);
        Assert.Equal(1, second.Snoozed);
        Assert.Single(Of(Secretariat, second.Memory, Overdue("P63-01") with { Sequence = 2, Severity = AlertSeverity.Red }).Worse);
    }

    [Fact]
    public void AReporterIsToldOfNobodyElse()
    {
        var digest = Of(HaNoi, DigestMemory.Nothing, Overdue("P63-01"), Overdue("P63-92"), Overdue("MPS"));

        Assert.Equal("P63-01", Assert.Single(digest.New).Alert.Subject.Organisation);
    }

    [Fact]
    public void OfAnAlertForAllAReporterIsToldOnlyItsOwnPart()
    {
        var digest = Of(HaNoi, DigestMemory.Nothing, OfAll());

        Assert.Equal(
            new Bilingual(
                "Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).",
                "Ha Noi has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26)."),
            Assert.Single(digest.New).Text);
    }

    [Fact]
    public void WhenTheAlertForAllEndsAReporterWhoStillOwesIsNotToldThatItIsSettled()
    {
        var first = Of(HaNoi, DigestMemory.Nothing, OfAll());
        var ended = OfAll() with { Sequence = 2, State = AlertState.Resolved };

        Assert.Empty(Of(HaNoi, first.Memory, ended, Overdue("P63-01")).Settled);
        Assert.Equal("Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 is no longer overdue.", Assert.Single(Of(HaNoi, first.Memory, ended).Settled).Text.En);
    }

    [Fact]
    public void TheTextSaysTheDaysOfItsOwnDayInBothLanguages()
    {
        var memory = Of(Secretariat, DigestMemory.Nothing, Overdue("P63-79")).Memory;
        var handled = Overdue("P63-48") with { State = AlertState.Acknowledged, Handling = new Handling("k", "P63-48", HandlingAction.Acknowledge, "Lan", Now, 1, null, "đã gọi") };

        var digest = Of(Secretariat, memory, Overdue("P63-01") with { Severity = AlertSeverity.Red }, handled, Overdue("P63-79"), Overdue("P63-92") with { State = AlertState.Snoozed });

        var mail = DigestText.Of(digest, new MailLinks(new Uri("https://example.test/alerts"), Sent.Help.OfAlerts("vi")));
        Assert.Equal("[DtPipeline] 29/06/2023: 1 mới, 0 nặng hơn, 2 còn mở, 0 đã xong", mail.Subject);
        Assert.Equal(
            """
            Tổ thư ký, tình hình đến ngày 29/06/2023

            Mới (1)
            - [ĐỎ] Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).

            Còn mở (1)
            - [VÀNG] Hồ Chí Minh chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).

            Đã có người nhận (1)
            - [VÀNG] Đà Nẵng chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023). (Lan: đã gọi)

            Tạm gác: 1

            --

            Tổ thư ký, as of 2023-06-29

            New (1)
            - [RED] Ha Noi has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26).

            Still open (1)
            - [YELLOW] Ho Chi Minh City has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26).

            Being dealt with (1)
            - [YELLOW] Da Nang has not filed the 'Quarterly report of provinces' for 2023-Q2: 3 days overdue (due 2023-06-26). (Lan: đã gọi)

            Snoozed: 1

            https://example.test/alerts
            Trợ giúp – Help: https://help.test/help/vi/secretariat#alerts

            """,
            mail.Text);
    }

    [Fact]
    public void ALongListIsCutAndSaysByHowMuch()
    {
        var many = Enumerable.Range(0, 203).Select(n => Overdue("P63-01") with
        {
            Subject = new AlertSubject(string.Create(CultureInfo.InvariantCulture, $"value.moved~{n:000}"), AlertType.ValueMoved, "P63-01", "2023-Q2", null, "DG-05"),
            Owed = null,
        });

        var body = DigestText.Of(Of(Secretariat, DigestMemory.Nothing, [.. many]), new MailLinks(new Uri("https://example.test"), Sent.Help.OfAlerts("vi"))).Text;

        Assert.Contains("\n- và 3 dòng nữa\n", body, StringComparison.Ordinal);
        Assert.Contains("\n- and 3 more\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoOwesTheSameAndIsAsLateStandsInOneLine()
    {
        List<InboxAlert> others = [Overdue("P63-92"), Overdue("P63-48"), Overdue("P63-01")];
        var first = Of(Secretariat, DigestMemory.Nothing, [.. others]);

        var mail = DigestText.Of(
            Of(Secretariat, first.Memory, [.. others.Select(a => a with { Sequence = 2, State = AlertState.Resolved }), Overdue("P63-31"), Overdue("P63-79"), Soon("P63-26"), Soon("P63-27")]),
            new MailLinks(new Uri("https://example.test"), Sent.Help.OfAlerts("vi")));

        Assert.StartsWith(
            """
            Tổ thư ký, tình hình đến ngày 29/06/2023

            Mới (4)
            - [VÀNG] quá hạn 3 ngày (hạn 26/06/2023), chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 2 cơ quan: Hải Phòng, Hồ Chí Minh.
            - [XANH] quá hạn 3 ngày (hạn 26/06/2023), chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 2 cơ quan: Vĩnh Phúc, Bắc Ninh.

            Đã xong (3)
            - không còn quá hạn «Báo cáo quý của địa phương» kỳ 2023-Q2, 3 cơ quan: Hà Nội, Đà Nẵng, Cần Thơ.

            --

            """,
            mail.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "\n- [YELLOW] 3 days overdue (due 2023-06-26), not filed: the 'Quarterly report of provinces' for 2023-Q2, 2 organisations: Hai Phong, Ho Chi Minh City.\n",
            mail.Text,
            StringComparison.Ordinal);
        Assert.Contains("\n- no longer overdue: the 'Quarterly report of provinces' for 2023-Q2, 3 organisations: Ha Noi, Da Nang, Can Tho.\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHtmlSaysTheSameLoadsNothingAndShowsWhatIsQuotedAsText()
    {
        var evil = Overdue("P63-01") with
        {
            Owed = null,
            Message = new Bilingual("Tệp «<img src=http://evil.test/x>» & \"\r\n--\r\n\r\nGiả mạo", "The file '<script>'"),
        };

        var mail = DigestText.Of(Of(Secretariat, DigestMemory.Nothing, evil with { Message = evil.Message, State = AlertState.Open }), new MailLinks(new Uri("https://example.test/alerts?a=1&b=2"), Sent.Help.OfAlerts("vi")));

        Assert.Contains("<li><strong style=\"color: #7a5900\">VÀNG</strong> <bdi>Tệp «&lt;img src=http://evil.test/x&gt;» &amp; &quot; -- Giả mạo</bdi></li>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.test/alerts?a=1&amp;b=2\">", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(img|script|link|style|iframe)|src=\"|url\\(", mail.Html);
        Assert.Contains("\n- [VÀNG] Tệp «<img src=http://evil.test/x>» & \" -- Giả mạo\n", mail.Text, StringComparison.Ordinal);
    }

    private static Digest Of(Recipient recipient, DigestMemory memory, params InboxAlert[] inbox) => Digest.Of(recipient, inbox, memory, Now, TheCatalogue.Default);

    private static InboxAlert Overdue(string organisation) => Alert("report.overdue", organisation, TheCatalogue.Organisation(organisation).NameVi, TheCatalogue.Organisation(organisation).NameEn, AlertSeverity.Yellow);

    private static InboxAlert Soon(string organisation) => Alert("report.due_soon", organisation, TheCatalogue.Organisation(organisation).NameVi, TheCatalogue.Organisation(organisation).NameEn, AlertSeverity.Green);

    private static InboxAlert OfAll() => Alert("report.overdue", "@provinces", "Cả 63 cơ quan", "All 63 organisations", AlertSeverity.Yellow);

    private static InboxAlert Alert(string type, string organisation, string vi, string en, AlertSeverity severity)
    {
        var owed = new OwedBy(
            new Bilingual(vi, en),
            organisation.StartsWith('@'),
            new Bilingual("nộp", "filed"),
            new Bilingual("«Báo cáo quý của địa phương» kỳ 2023-Q2", "the 'Quarterly report of provinces' for 2023-Q2"),
            new DateOnly(2023, 6, 26));
        var key = organisation.StartsWith('@') ? $"{type}~2023-Q2~PROV-Q" : $"{type}~2023-Q2~{organisation}~PROV-Q";
        return new InboxAlert(
            new AlertSubject(key, type, organisation, "2023-Q2", "PROV-Q", null), 1, AlertState.Open, severity, 0, owed, owed.Settled, Now.AddHours(-2), null);
    }
}

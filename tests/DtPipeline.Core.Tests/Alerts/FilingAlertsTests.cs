using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class FilingAlertsTests
{
    private static readonly Filing Good = Sent.Rows("DG-05,10", "DG-06,50");
    private static readonly Filing Faulty = Sent.Rows("DG-05,abc", "DG-06,def");
    private static readonly Filing HalfGood = Sent.Rows("DG-13,10", "DG-05,abc", "DG-06,def");

    [Fact]
    public void AGoodFileInTimeCausesNone() => Assert.Empty(LedgerSteps.InTurn(Good)[0].Alerts);

    [Fact]
    public void AFileThatGivesNothingRaisesItsFaults()
    {
        var alert = Assert.Single(LedgerSteps.InTurn(Faulty)[0].Alerts);

        Assert.Equal(new AlertSubject("report.faulty~2023-Q2~P63-01~f1", "report.faulty", "P63-01", "2023-Q2", null, null), alert.Subject);
        Assert.Equal((1, AlertEvent.Raised, AlertSeverity.Yellow, Sent.At), (alert.Sequence, alert.Event, alert.Severity, alert.At));
        Assert.Equal(
            new Bilingual(
                "Tệp «P63-01/2023-Q2/bao-cao.csv» của Hà Nội có 2 lỗi; không lưu được số liệu nào. Lỗi đầu tiên: «abc» không phải là số.",
                "The file 'P63-01/2023-Q2/bao-cao.csv' of Ha Noi has 2 errors; nothing in it could be stored. The first one: 'abc' is not a number."),
            alert.Message);
    }

    [Fact]
    public void AFileWithGoodAndBadRowsRaisesItsFaults() => Assert.Equal(
        new Bilingual(
            "Tệp «P63-01/2023-Q2/bao-cao.csv» của Hà Nội có 2 lỗi; phần không có lỗi đã được lưu. Lỗi đầu tiên: «abc» không phải là số.",
            "The file 'P63-01/2023-Q2/bao-cao.csv' of Ha Noi has 2 errors; what is right in it is stored. The first one: 'abc' is not a number."),
        Assert.Single(LedgerSteps.InTurn(HalfGood)[0].Alerts).Message);

    [Fact]
    public void OneErrorIsNotCalledErrors() => Assert.Equal(
        "The file 'P63-01/2023-Q2/bao-cao.csv' of Ha Noi has 1 error; nothing in it could be stored. The first one: 'abc' is not a number.",
        Assert.Single(LedgerSteps.InTurn(Sent.Rows("DG-05,abc"))[0].Alerts).Message.En);

    [Fact]
    public void AFileAtAWrongPathIsOfAnUnknownOrganisation()
    {
        var alert = Assert.Single(LedgerSteps.InTurn(Sent.Text("indicator,value\n", "bao-cao.csv"))[0].Alerts);

        Assert.Equal(("unplaced", null), (alert.Subject.Organisation, alert.Subject.Period));
        Assert.StartsWith("Tệp «bao-cao.csv» của cơ quan không xác định có 1 lỗi; không lưu được số liệu nào.", alert.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNextGoodFileResolvesTheFaultyOne()
    {
        var steps = LedgerSteps.InTurn(Faulty, Good);

        var alert = Assert.Single(steps[1].Alerts);
        Assert.Equal(steps[0].Alerts[0].Subject, alert.Subject);
        Assert.Equal((2, AlertEvent.Resolved), (alert.Sequence, alert.Event));
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã gửi tệp mới thay cho tệp có lỗi, kỳ 2023-Q2.",
                "Ha Noi has sent a new file in place of the faulty one for 2023-Q2."),
            alert.Message);
    }

    [Theory]
    [InlineData("40", "60", null)]
    [InlineData("40", "hoàn thành", null)]
    [InlineData("không có", "60", null)]
    [InlineData("100", "60", "Ha Noi has revised 1 value of 2023-Q2: T22-01 100 → 60.")]
    public void ATaskThatGetsOnIsNoRevisionAndOneThatFallsBackIs(string before, string after, string? message)
    {
        var alerts = LedgerSteps.InTurn(Sent.Rows($"T22-01,{before}"), Sent.Rows($"T22-01,{after}"))[1].Alerts;

        Assert.Equal(message, alerts.SingleOrDefault()?.Message.En);
    }

    [Fact]
    public void AnotherFaultyFileTakesThePlaceOfTheFirst()
    {
        var alerts = LedgerSteps.InTurn(Faulty, Sent.Rows("DG-05,ghi"))[1].Alerts;

        Assert.Equal(
            [("report.faulty~2023-Q2~P63-01~f1", AlertEvent.Resolved), ("report.faulty~2023-Q2~P63-01~f2", AlertEvent.Raised)],
            alerts.Select(a => (a.Subject.Key, a.Event)));
    }

    [Fact]
    public void ADuplicateOfAFaultyFileNeitherRaisesNorResolves()
    {
        var steps = LedgerSteps.InTurn(Faulty, Faulty, Good, Good);

        Assert.Equal([1, 0, 1, 0], steps.Select(s => s.Alerts.Count));
        Assert.Equal("report.faulty~2023-Q2~P63-01~f1", steps[2].Alerts[0].Subject.Key);
    }

    [Fact]
    public void RevisedValuesAreListedInTheOrderOfTheirCodes()
    {
        var alert = Assert.Single(LedgerSteps.InTurn(Sent.Rows("DG-05,10", "DE-08,1200", "GOV-01,có"), Sent.Table("indicator,value,status", "GOV-01,,withdrawn", "DG-05,12.5,", "DE-08,1201,"))[1].Alerts);

        Assert.Equal(new AlertSubject("report.revised~2023-Q2~P63-01~f2", "report.revised", "P63-01", "2023-Q2", null, null), alert.Subject);
        Assert.Equal(
            [new AlertFigure("DE-08", 1201, 1200, "2023-Q2"), new AlertFigure("DG-05", 12.5, 10, "2023-Q2"), new AlertFigure("GOV-01", null, 1, "2023-Q2")],
            alert.Figures);
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã sửa 3 số liệu của kỳ 2023-Q2: DE-08 1200 → 1201; DG-05 10 → 12.5; GOV-01 1 → –.",
                "Ha Noi has revised 3 values of 2023-Q2: DE-08 1200 → 1201; DG-05 10 → 12.5; GOV-01 1 → –."),
            alert.Message);
    }

    [Fact]
    public void UpToTwentyRevisedValuesAreListed()
    {
        var codes = TheCatalogue.Form("PROV-Q").Indicators.Select(i => i.Indicator).Order(StringComparer.Ordinal).ToList();

        var alert = Assert.Single(LedgerSteps.InTurn(Sent.Rows([.. codes.Select(c => $"{c},0")]), Sent.Rows([.. codes.Select(c => $"{c},1")]))[1].Alerts);

        Assert.Equal(codes.Take(20), alert.Figures.Select(f => f.Indicator));
        Assert.StartsWith("Ha Noi has revised 27 values of 2023-Q2: DE-04 0 → 1; ", alert.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ALateReportIsToldOnce()
    {
        var steps = LedgerSteps.InTurn(Good with { UploadedAt = Sent.At.AddDays(9) }, Sent.Rows("DG-05,10") with { UploadedAt = Sent.At.AddDays(10) });

        var alert = Assert.Single(steps[0].Alerts);
        Assert.Equal(new AlertSubject("report.late~2023-Q2~P63-01~PROV-Q", "report.late", "P63-01", "2023-Q2", "PROV-Q", null), alert.Subject);
        Assert.Equal(
            new Bilingual(
                "Hà Nội nộp «Báo cáo quý của địa phương» kỳ 2023-Q2 chậm 3 ngày (hạn 26/06/2023).",
                "Ha Noi filed the 'Quarterly report of provinces' for 2023-Q2 3 days late (due 2023-06-26)."),
            alert.Message);
        Assert.Empty(steps[1].Alerts);
    }

    [Theory]
    [InlineData("2023-06-26T16:59:59.999Z", 0)]
    [InlineData("2023-06-26T17:00:00Z", 1)]
    public void AReportIsLateFromTheDayAfterTheDueDayInVietnam(string uploadedAt, int alerts) =>
        Assert.Equal(alerts, LedgerSteps.InTurn(Good with { UploadedAt = DateTimeOffset.Parse(uploadedAt, null) })[0].Alerts.Count);

    /// <summary>Filed on 29 June, three days after the due day.</summary>
    [Theory]
    [InlineData("PROV-Q,P63-01,2023-Q2,exemption,,QĐ 1,2023-06-20,Bão", 0)]
    [InlineData("PROV-Q,P63-01,2023-Q2,exemption,2023-06-29,QĐ 1,2023-06-20,Bão", 0)]
    [InlineData("PROV-Q,P63-01,2023-Q2,exemption,2023-06-28,QĐ 1,2023-06-20,Bão", 1)]
    [InlineData("PROV-Q,P63-01,2023-Q2,extension,2023-06-29,QĐ 1,2023-06-20,Bão", 0)]
    public void WhoNeedNotFileYetIsNotLate(string grant, int alerts)
    {
        var catalogue = CatalogueReader.Read(file => file == "grants.csv" ? $"form,organisation,period,kind,until,granted_by,granted_on,reason\n{grant}\n" : DefaultCatalogue.TextOf(file)).Catalogue!;

        Assert.Equal(alerts, FilingAlerts.Apply(LedgerState.Empty, Good with { UploadedAt = Sent.At.AddDays(9) }, catalogue).Alerts.Count);
    }

    [Fact]
    public void AFaultyFileInTimeDoesNotMakeALateReportOnTime()
    {
        var steps = LedgerSteps.InTurn(Faulty, Good with { UploadedAt = Sent.At.AddDays(9) });

        Assert.Equal(["report.faulty", "report.late"], steps[1].Alerts.Select(a => a.Subject.Type));
    }
}

using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class MovedAlertTests
{
    private static readonly Owner HaNoi = new(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"));

    [Fact]
    public void OfAShareSpeaksOfPercentagePoints()
    {
        var condition = Move("DG-05", 40.5, 25);

        Assert.Equal(new AlertSubject("value.moved~2023-Q2~P63-01~DG-05", "value.moved", "P63-01", "2023-Q2", null, "DG-05"), condition.Subject);
        Assert.Equal((true, AlertSeverity.Yellow), (condition.Holds, condition.Severity));
        Assert.Equal(new AlertFigure("DG-05", 40.5, 25, "2023-Q1"), Assert.Single(condition.Figures));
        Assert.Equal(
            new Bilingual(
                "Hà Nội, DG-05 Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến: kỳ 2023-Q2 so với 2023-Q1: 25 → 40.5 (+15.5).",
                "Ha Noi, DG-05 Adults using online public services: 2023-Q2 against 2023-Q1: 25 → 40.5 (+15.5)."),
            condition.WhileItHolds);
        Assert.Equal(
            new Bilingual(
                "Hà Nội, DG-05: mức thay đổi kỳ 2023-Q2 đã trở lại bình thường.",
                "Ha Noi, DG-05: the change in 2023-Q2 is within its usual range again."),
            condition.OnceSettled);
    }

    [Fact]
    public void OfACountSpeaksOfPercent() => Assert.Equal(
        new Bilingual(
            "Hà Nội, DS-05 Số tổ công nghệ số cộng đồng: kỳ 2023-Q2 so với 2023-Q1: 3000 → 1000 (-66.7 %).",
            "Ha Noi, DS-05 Community digital technology groups: 2023-Q2 against 2023-Q1: 3000 → 1000 (-66.7 %)."),
        Move("DS-05", 1000, 3000).WhileItHolds);

    [Fact]
    public void OfACountThatRisesFromZeroSpeaksOfTheAmount()
    {
        var condition = Move("DS-05", 1000, 0);

        Assert.True(condition.Holds);
        Assert.Equal(
            new Bilingual(
                "Hà Nội, DS-05 Số tổ công nghệ số cộng đồng: kỳ 2023-Q2 so với 2023-Q1: 0 → 1000 (+1000).",
                "Ha Noi, DS-05 Community digital technology groups: 2023-Q2 against 2023-Q1: 0 → 1000 (+1000)."),
            condition.WhileItHolds);
    }

    [Fact]
    public void OfAFlagSpeaksOfALoss() => Assert.Equal(
        "Ha Noi, GOV-01 Action plan issued for the digital economy and society strategy: 2023-Q2 against 2023-Q1: 1 → 0 (-1).",
        Move("GOV-01", 0, 1).WhileItHolds.En);

    [Theory]
    [InlineData("DG-05", 34.9, 25.0)]
    [InlineData("DS-05", 1499.0, 1000.0)]
    [InlineData("GOV-01", 1.0, 0.0)]
    public void DoesNotHoldForAnOrdinaryChange(string indicator, double value, double before) => Assert.False(Move(indicator, value, before).Holds);

    [Fact]
    public void DoesNotHoldWithoutAnEarlierValue() =>
        Assert.False(MovedAlert.Of(HaNoi, TheCatalogue.Indicator("DG-05"), 40, null).Holds);

    [Fact]
    public void DoesNotHoldOnceTheValueIsWithdrawn() =>
        Assert.False(MovedAlert.Of(HaNoi, TheCatalogue.Indicator("DG-05"), null, Delta.Of(TheCatalogue.Indicator("DG-05"), null, "2023-Q1", 25)).Holds);

    [Fact]
    public void IsSaidOfWhatMovedAndOfWhatWasSaidToHaveMoved()
    {
        ValueChange Change(string code, double value, double before) => new(TheCatalogue.Indicator(code), value, Delta.Of(TheCatalogue.Indicator(code), value, "2023-Q1", before));
        List<ValueChange> changes = [Change("DG-05", 40.5, 25), Change("DS-05", 101, 100), Change("DG-06", 50, 50), new(TheCatalogue.Indicator("GOV-01"), 1, null)];
        var marks = new Dictionary<string, AlertMark>
        {
            ["value.moved~2023-Q2~P63-01~DS-05"] = new(1, true, AlertSeverity.Yellow),
            ["report.faulty~2023-Q2~P63-01~DG-06"] = new(1, true, AlertSeverity.Yellow),
        };

        Assert.Equal([("DG-05", true), ("DS-05", false)], MovedAlert.Of(HaNoi, changes, marks).Select(c => (c.Subject.Indicator!, c.Holds)));
        Assert.Equal([("DG-05", true)], MovedAlert.Of(HaNoi, changes, new Dictionary<string, AlertMark>()).Select(c => (c.Subject.Indicator!, c.Holds)));
    }

    private static AlertCondition Move(string code, double value, double before)
    {
        var indicator = TheCatalogue.Indicator(code);
        return MovedAlert.Of(HaNoi, indicator, value, Delta.Of(indicator, value, "2023-Q1", before));
    }
}

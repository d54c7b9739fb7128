using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Alerts;

public sealed class AnomalyAlertTests
{
    private static readonly Owner Owner = new(TheCatalogue.Default.FindOrganisation("P63-01")!, TheCatalogue.Period("2024-Q1"));

    [Fact]
    public void OneQuestionIsAskedWithTheFiguresThatMadeItAndTheOthersUnderIt()
    {
        var condition = Of([("DS-05", [98, 103, 95, 107, 140_000]), ("DS-06", [40, 41, 40, 42, 400]), ("DE-08", [70, 71, 69, 72, 71])]);

        Assert.True(condition.Holds);
        Assert.Equal("value.anomaly~2024-Q1~P63-01", condition.Subject.Key);
        Assert.Equal([new AlertFigure("DS-05", 140_000, 107, "2023-Q4"), new AlertFigure("DS-06", 400, 42, "2023-Q4")], condition.Figures);
        Assert.Equal(
            $"Ha Noi, 2024-Q1: DS-05 {TheCatalogue.Indicator("DS-05").NameEn} is 140000, about 1000 times the usual 100.5 (by 4 periods before; 107 in 2023-Q4). Look also at: DS-06 400 (usually 40.5). "
            + "If it is right, send it again with 'confirmed, because …' in the note of that row; if it is wrong, send the right figure.",
            condition.WhileItHolds.En);
        Assert.Equal(
            $"Hà Nội, kỳ 2024-Q1: DS-05 {TheCatalogue.Indicator("DS-05").NameVi} là 140000, gấp khoảng 1000 lần mức thường có là 100.5 (theo 4 kỳ trước; kỳ 2023-Q4 là 107). Cũng cần xem: DS-06 400 (thường là 40.5). "
            + "Nếu số liệu đúng, hãy gửi lại và ghi «xác nhận, vì …» vào cột ghi chú của dòng đó; nếu sai, hãy gửi lại số đúng.",
            condition.WhileItHolds.Vi);
    }

    [Fact]
    public void NothingIsAskedOfFiguresThatLookAsEver() => Assert.False(Of([("DS-05", [98, 103, 95, 107, 104])]).Holds);

    [Fact]
    public void TheSendersWordInTheNoteSettlesIt()
    {
        var raised = Settle(Marks(), Of([("DS-05", [98, 103, 95, 107, 1_000])]));
        var settled = Settle(raised.Marks, Of([("DS-05", [98, 103, 95, 107, 1_000])], ("DS-05", "Xác nhận, vì đã gộp thêm ba huyện")));

        Assert.Equal(AlertEvent.Raised, Assert.Single(raised.Transitions).Event);
        Assert.Equal(
            (AlertEvent.Resolved, "Ha Noi, 2024-Q1: the figures are confirmed (DS-05: vì đã gộp thêm ba huyện)."),
            (Assert.Single(settled.Transitions).Event, settled.Transitions[0].Message.En));
        Assert.Empty(Settle(settled.Marks, Of([("DS-05", [98, 103, 95, 107, 1_000])], ("DS-05", "xác nhận, vì đã gộp thêm ba huyện"))).Transitions);
    }

    [Fact]
    public void ARightFigureSettlesIt()
    {
        var raised = Settle(Marks(), Of([("DS-05", [98, 103, 95, 107, 1_000])]));

        var settled = Assert.Single(Settle(raised.Marks, Of([("DS-05", [98, 103, 95, 107, 100])])).Transitions);

        Assert.Equal((AlertEvent.Resolved, "Hà Nội, kỳ 2024-Q1: không còn số liệu nào phải hỏi."), (settled.Event, settled.Message.Vi));
    }

    [Fact]
    public void OnlyWhatWasNotAskedBeforeIsAskedAnew()
    {
        var both = Of([("DS-05", [98, 103, 95, 107, 1_000]), ("DS-06", [40, 41, 40, 42, 400])]);
        var one = Of([("DS-05", [98, 103, 95, 107, 1_000]), ("DS-06", [40, 41, 40, 42, 40])]);

        Assert.Equal(AlertEvent.Changed, Assert.Single(Settle(Settle(Marks(), both).Marks, one).Transitions).Event);
        Assert.Equal(AlertEvent.Escalated, Assert.Single(Settle(Settle(Marks(), one).Marks, both).Transitions).Event);
        Assert.Equal(AlertEvent.Escalated, Assert.Single(Settle(Settle(Marks(), one).Marks, Of([("DS-05", [98, 103, 95, 107, 9_000])])).Transitions).Event);
        Assert.Empty(Settle(Settle(Marks(), both).Marks, both).Transitions);
    }

    [Fact]
    public void AFileOfThePeriodBeforeIsAskedAboutBeforeAllElse()
    {
        var ten = CountsOf(10).Select((code, at) => (code, new double[] { 50 + at, 60 + at, 55 + at, 58 + at, at == 9 ? 5_000 : 58 + at })).ToArray();

        var condition = Of(ten);

        Assert.StartsWith("Ha Noi, 2024-Q1: 9 of 10 figures that used to change are exactly those of 2023-Q4; it may be the file of that period sent again. Look also at: ", condition.WhileItHolds.En, StringComparison.Ordinal);
        Assert.False(Of([.. ten.Take(7)]).Holds);
        Assert.False(Of([.. ten.Take(8).Select((s, at) => (s.code, at == 0 ? [50, 60, 55, 58, 57] : s.Item2))]).Holds);
    }

    [Fact]
    public void FiguresThatSeldomChangeAreNoCopy() =>
        Assert.False(Of([.. CountsOf(10).Select((code, at) => (code, new double[] { 50 + at, 50 + at, 50 + at, 51 + at, 51 + at }))]).Holds);

    [Fact]
    public void WhatIsSaidToBeMeantIsNoCopy() =>
        Assert.False(Of([.. CountsOf(8).Select((code, at) => (code, new double[] { 50 + at, 60 + at, 55 + at, 58 + at, 58 + at }))], ("DS-05", "confirmed, because nothing was built")).Holds);

    [Theory]
    [InlineData("xác nhận, vì có đợt mở tài khoản", "vì có đợt mở tài khoản")]
    [InlineData("Đã xác nhận: do gộp ba huyện", "do gộp ba huyện")]
    [InlineData("XAC NHAN vi sap nhap", "vi sap nhap")]
    [InlineData("(confirmed, because the count was wrong before)", "because the count was wrong before)")]
    [InlineData("Confirmed due to a merger", "due to a merger")]
    [InlineData("xác nhận", null)]
    [InlineData("xác nhận, vì …", null)]
    [InlineData("chưa xác nhận, vì đang rà soát", null)]
    [InlineData("confirmed", null)]
    [InlineData("số liệu tạm tính", null)]
    [InlineData(null, null)]
    public void AnAnswerSaysThatItIsRightAndWhy(string? note, string? reason) => Assert.Equal(reason, DtPipeline.Progress.Anomalies.AnomalyAnswer.ReasonIn(note));

    [Theory]
    [InlineData("xác nhận, vì đã gộp thêm ba huyện")]
    [InlineData("confirmed, because three districts were added")]
    public async Task WhatSendersAreShownAsAnAnswerIsOne(string shown)
    {
        Assert.NotNull(DtPipeline.Progress.Anomalies.AnomalyAnswer.ReasonIn(shown));
        Assert.Contains($"*{shown}*", await File.ReadAllTextAsync(Repository.Folder("docs", "reports.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> CountsOf(int count) => TheCatalogue.Default.Indicators
        .Where(i => i is { Frequency: Frequency.Quarterly, Kind: not IndicatorKind.Flag, Cumulative: false, Task: null })
        .Select(i => i.Code)
        .OrderByDescending(code => code == "DS-05")
        .Take(count);

    private static AlertCondition Of(IReadOnlyList<(string Indicator, double[] Values)> all, params (string Indicator, string Note)[] notes)
    {
        var series = all.Select(s => new Series(TheCatalogue.Indicator(s.Indicator), "P63-01", Points(s.Values))).ToList();
        var observations = all.ToDictionary(
            s => s.Indicator,
            s => new Observation(s.Indicator, s.Values[^1], "A", null, null, notes.FirstOrDefault(n => n.Indicator == s.Indicator).Note, "f", DateTimeOffset.UnixEpoch, new Place("Sheet1", 2, "A2")));
        return AnomalyAlert.Of(Owner, series, observations);
    }

    /// <summary>One value a quarter, up to the one that is asked about.</summary>
    internal static List<SeriesPoint> Points(double[] values)
    {
        var (points, period) = (new List<SeriesPoint>(), Owner.Period);
        foreach (var value in values.Reverse())
        {
            points.Insert(0, new SeriesPoint(period, value, "A"));
            period = period.Previous;
        }

        return points;
    }

    private static Dictionary<string, AlertMark> Marks() => new(StringComparer.Ordinal);

    private static (IReadOnlyDictionary<string, AlertMark> Marks, IReadOnlyList<AlertTransition> Transitions) Settle(IReadOnlyDictionary<string, AlertMark> marks, AlertCondition condition) =>
        AlertCondition.Settle(marks, [condition], DateTimeOffset.UnixEpoch);
}

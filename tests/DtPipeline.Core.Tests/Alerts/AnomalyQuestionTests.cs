using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What a question asks, word for word: a new word is a new question.</summary>
public sealed class AnomalyQuestionTests
{
    private static readonly Owner Owner = new(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2024-Q1"));

    [Fact]
    public void AsksAboutEachFigureWithItsValueInTheOrderOfTheCodes()
    {
        var condition = Of(("DS-06", [40, 41, 40, 42, 400.5]), ("DS-05", [98, 103, 95, 107, 140_000]));

        Assert.Equal("DS-05=140000 DS-06=400.5", condition.Asks);
        Assert.Equal(new AlertSubject("value.anomaly~2024-Q1~P63-01", "value.anomaly", "P63-01", "2024-Q1", null, null), condition.Subject);
        Assert.Equal(AlertSeverity.Yellow, condition.Severity);
    }

    [Fact]
    public void OfACopiedPeriodAsksAboutTheCopyToo()
    {
        var copied = Codes(9).Select((code, at) => (code, new double[] { 50 + at, 60 + at, 55 + at, 58 + at, at == 8 ? 5_000 : 58 + at }));

        Assert.Equal("X-009=5000 copied", Of([.. copied.Concat(Codes(10).Skip(9).Select(c => (c, new double[] { 50, 60, 55, 58, 58 })))]).Asks);
    }

    [Fact]
    public void WithoutAQuestionNothingIsAskedAndNothingIsShown()
    {
        var condition = Of(("DS-05", [98, 103, 95, 107, 104]));

        Assert.Equal((false, null), (condition.Holds, condition.Asks));
        Assert.Empty(condition.Figures);
    }

    [Fact]
    public void AsksAboutTheStrongestHundredAndNoMore()
    {
        var condition = Of([.. Codes(101).Select(code => (code, new double[] { 98, 103, 95, 107, code == "X-050" ? 900 : 1_000 }))]);

        Assert.Equal(Codes(101).Where(c => c != "X-050"), condition.Figures.Select(f => f.Indicator));
        Assert.Equal(string.Join(' ', Codes(101).Where(c => c != "X-050").Select(c => $"{c}=1000")), condition.Asks);
    }

    [Fact]
    public void OnceSettledItRepeatsTheAnswersInTheOrderOfTheCodes()
    {
        var notes = new Dictionary<string, string?> { ["DS-06"] = "xác nhận, do mưa bão", ["DE-08"] = "số ước", ["DS-05"] = "xác nhận, vì gộp huyện", ["DG-05"] = null };
        var observations = notes.ToDictionary(n => n.Key, n => new Observation(n.Key, 1, "A", null, null, n.Value, "f", Sent.At, Place.WholeFile));

        Assert.Equal(
            "Ha Noi, 2024-Q1: the figures are confirmed (DS-05: vì gộp huyện; DS-06: do mưa bão).",
            AnomalyAlert.Of(Owner, [], observations).OnceSettled.En);
    }

    private static IEnumerable<string> Codes(int count) => Enumerable.Range(1, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"X-{n:000}"));

    private static AlertCondition Of(params (string Indicator, double[] Values)[] all) => AnomalyAlert.Of(
        Owner, [.. all.Select(s => new Series(TheCatalogue.Indicator("DS-05") with { Code = s.Indicator }, "P63-01", AnomalyAlertTests.Points(s.Values)))], new Dictionary<string, Observation>());
}

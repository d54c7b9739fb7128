using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What files of less common kinds let the secretariat know.</summary>
public sealed class FilingAlertWordsTests
{
    [Fact]
    public void AFaultyFileIsFoundWhereItLies()
    {
        var raised = LedgerSteps.InTurn(Sent.Rows("DG-05,abc"), Sent.Rows("DG-05,12"));

        Assert.Equal([Sent.Path, null], raised.SelectMany(s => s.Alerts).Select(a => a.Path));
    }

    [Fact]
    public void AFileOfNobodyIsAnsweredByTheNextAtItsPath()
    {
        var alerts = LedgerSteps.InTurn(Sent.Text("a\n", "bao-cao.csv"), Sent.Text("b\n", "bao-cao.csv"))[1].Alerts;

        Assert.Equal([AlertEvent.Resolved, AlertEvent.Raised], alerts.Select(a => a.Event));
        Assert.Equal(new Bilingual("Tệp «bao-cao.csv» đã được gửi lại.", "The file 'bao-cao.csv' has been sent again."), alerts[0].Message);
        Assert.StartsWith("The file 'bao-cao.csv' of an unknown organisation has 1 error; nothing in it could be stored. The first one: ", alerts[1].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFirstErrorIsToldAndNoWarningBeforeIt() => Assert.Equal(
        "The file 'P63-01/2023-Q2/bao-cao.csv' of Ha Noi has 1 error; what is right in it is stored. The first one: 'abc' is not a number.",
        Assert.Single(LedgerSteps.InTurn(Sent.Rows("P06-06,12", "DG-05,abc"))[0].Alerts).Message.En);

    [Fact]
    public void APictureBesideAFaultyFileNeitherAnswersItNorIsOne()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

        var steps = LedgerSteps.InTurn(Sent.Rows("DG-05,abc"), Sent.Bytes(picture, "P63-01/2023-Q2/bao-cao.png"), Sent.Rows("DG-05,12"));

        Assert.Equal(FilingStatus.Evidence, steps[1].Status);
        Assert.Equal([1, 0, 1], steps.Select(s => s.Alerts.Count));
    }

    [Theory]
    [InlineData("A", "P", "DG-05 12 (A → P)")]
    [InlineData("E", "", "DG-05 12 (E → A)")]
    public void OfAValueThatStaysTheChangeOfItsStatusIsTold(string before, string after, string change)
    {
        var alert = Assert.Single(LedgerSteps.InTurn(Sent.Table("indicator,value,status", $"DG-05,12,{before}"), Sent.Table("indicator,value,status", $"DG-05,12,{after}"))[1].Alerts);

        Assert.Equal(
            new Bilingual($"Hà Nội đã sửa 1 số liệu của kỳ 2023-Q2: {change}.", $"Ha Noi has revised 1 value of 2023-Q2: {change}."),
            alert.Message);
    }

    [Fact]
    public void OfAValueThatWasTakenInAnotherUnitBothUnitsAreTold()
    {
        var state = LedgerSteps.InTurn(Sent.Rows("DE-08,1200"))[0].After;
        var before = state with { Observations = new Dictionary<string, Observation> { ["DE-08"] = state.Observations["DE-08"] with { Unit = "vnd_million" } } };

        var step = FilingAlerts.Apply(before, Sent.Rows("DE-08,1200") with { FileId = "f2" }, TheCatalogue.Default);

        Assert.Equal("Ha Noi has revised 1 value of 2023-Q2: DE-08 1200 vnd_million → 1200 count.", Assert.Single(step.Alerts).Message.En);
    }

    [Fact]
    public void AValueFromBeforeUnitsWereKeptIsToldWithoutOne()
    {
        var state = LedgerSteps.InTurn(Sent.Rows("DG-05,12.34567"))[0].After;
        var before = state with { Observations = new Dictionary<string, Observation> { ["DG-05"] = state.Observations["DG-05"] with { Unit = null } } };

        var step = FilingAlerts.Apply(before, Sent.Rows("DG-05,13") with { FileId = "f2" }, TheCatalogue.Default);

        Assert.Equal("Ha Noi has revised 1 value of 2023-Q2: DG-05 12.3457 → 13.", Assert.Single(step.Alerts).Message.En);
    }

    [Fact]
    public void ATaskThatIsTakenBackIsARevision() => Assert.Equal(
        "Ha Noi has revised 1 value of 2023-Q2: T22-01 40 → –.",
        Assert.Single(LedgerSteps.InTurn(Sent.Rows("T22-01,40"), Sent.Table("indicator,value,status", "T22-01,,withdrawn"))[1].Alerts).Message.En);

    [Fact]
    public void ATaskThatStaysWhereItWasIsNoRevisionWhateverItsStatus() =>
        Assert.Empty(LedgerSteps.InTurn(Sent.Table("indicator,value,status", "T22-01,60,A"), Sent.Table("indicator,value,status", "T22-01,60,P"))[1].Alerts);

    [Fact]
    public void ReplayingGoesOnFromFileToFileAndKnowsWhichDisagreeInTheSameMoment()
    {
        var first = Sent.Rows("DG-05,12") with { FileId = "f1" };
        var second = Sent.Rows("DG-05,13") with { FileId = "f2", Path = "P63-01/2023-Q2/khac.csv" };

        var steps = LedgerReplay.Of([first, second], new Dictionary<string, AlertMark> { ["k"] = new(1, true, AlertSeverity.Red) }, TheCatalogue.Default);

        Assert.Equal([second, first], steps.Select(s => s.TiedWith));
        Assert.Equal("Ha Noi has revised 1 value of 2023-Q2: DG-05 12 → 13.", Assert.Single(steps[1].Alerts).Message.En);
        Assert.Equal(new AlertMark(1, true, AlertSeverity.Red), steps[1].After.Alerts["k"]);
    }
}

using Azure.Data.Tables;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

public sealed class ReportSweepTests
{
    [Fact]
    public async Task AReportThatCannotBeTakenInKeepsNoOtherFromItAndIsNamedAtTheEnd()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await pipeline.UploadAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.UploadAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.Account.Ledger.AddEntityAsync(new TableEntity("2023-Q2~P63-01", "head") { ["FirstAccepted"] = "{}", ["Answers"] = "{}", ["Alerts"] = "{" });

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<ReportSweep>().RunAsync(CancellationToken.None));

        Assert.Equal("1 of 2 reports failed, the others are done: P63-01/2023-Q2/bao-cao.csv (JsonException).", failed.Message);
        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-48/2023-Q2/bao-cao.csv"));
    }
}

using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class StoppingTests(SettledSamples samples) : IClassFixture<SettledSamples>
{
    private const string Report = "P63-06/2023-Q2/tre-han.csv";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ControlCEndsItAndItsChildren(bool group)
    {
        using var data = samples.Copy();
        await using var host = group ? LocalHostProcess.StartInGroup(data.Arguments) : LocalHostProcess.Start(data.Arguments);
        await host.RunsAsync();
        var children = await host.ChildrenAsync();
        Assert.Equal(2, children.Count);

        await host.InterruptAsync(group);

        var ended = await host.EndAsync();
        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Errors));
        Assert.EndsWith("Ctrl+C stops.", ended.Output[^1], StringComparison.Ordinal);
        await Processes.GoneAsync(children);
    }

    [Fact]
    public async Task ControlCWaitsForAChildAndEndsItWhenItDoesNotEndByItself()
    {
        using var data = samples.Copy();
        await using var host = LocalHostProcess.Start(data.Arguments);
        await host.RunsAsync();
        var children = await host.ChildrenAsync();
        await Processes.RunAsync("kill", "-s", "STOP", $"{children.Min()}");

        await host.InterruptAsync();

        var ended = await host.EndAsync();
        var left = (await Processes.ListAsync()).Select(p => p.Id).Intersect(children).ToList();
        foreach (var child in left)
        {
            await Processes.RunAsync("kill", "-s", "KILL", $"{child}");
        }

        await Processes.GoneAsync(children);
        Assert.Equal((0, "Azurite did not end by itself and was killed.\n"), (ended.ExitCode, ended.Errors));
        Assert.Empty(left);
    }

    [Fact]
    public async Task AfterSigkillItsChildrenEndAndARestartHasEverything()
    {
        using var data = samples.Copy();
        IReadOnlyList<string> before;
        await using (var host = LocalHostProcess.Start(data.Arguments))
        {
            await host.RunsAsync();
            var account = OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));
            await account.Reports.GetBlobClient(Report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\nDS-05,1200\n"));
            await host.UntilAsync("a receipt", async () => await account.Receipts.GetBlobClient(Report + ".receipt.json").ExistsAsync());
            await host.UntilAsync("nothing is pending", async () => (await OpenStore.RowsAsync(account.Pending)).Count == 0);
            await host.UntilAsync(
                "the alert of the late report is delivered",
                async () => (await OpenStore.RowsAsync(account.Alerts, "PartitionKey eq 'P63-06' and Type eq 'dtpipeline.report.late'")).Count == 1);
            await host.UntilAsync(
                "the overdue alert is resolved",
                async () => (await OpenStore.RowsAsync(account.Alerts, "PartitionKey eq 'P63-06' and State eq 'resolved'")).Count == 1);
            before = await StoreDump.OfAsync(account, sameBlobs: true);
            var children = await host.ChildrenAsync();
            Assert.Equal(2, children.Count);

            await host.KillAsync();

            await Processes.GoneAsync(children);
        }

        await using var again = LocalHostProcess.Start(data.Arguments);
        await again.RunsAsync();

        Assert.Contains("Now: 2023-07-26 08:", again.Line("DtPipeline is running."), StringComparison.Ordinal);
        var restarted = OpenStore.Connect(again.Line("DefaultEndpointsProtocol="));
        Assert.Equal(176, (await OpenStore.NamesAsync(restarted.Reports)).Count);
        var after = await StoreDump.OfAsync(restarted, sameBlobs: true);
        Assert.Empty(before.Except(after));
        Assert.Empty(after.Except(before));
        const string Another = "P63-12/2023-Q2/tre-han.csv";
        await restarted.Reports.GetBlobClient(Another).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\n"));
        await again.UntilAsync("another receipt", async () => await restarted.Receipts.GetBlobClient(Another + ".receipt.json").ExistsAsync());
    }
}

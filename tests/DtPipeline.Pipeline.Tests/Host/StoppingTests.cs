using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Intake;

namespace DtPipeline.Pipeline.Tests.Host;

[Collection(SettledStores.Name)]
public sealed class StoppingTests(SettledStore settled)
{
    private const string Report = "P63-06/2023-Q1/tre-han.csv";

    /// <summary>Ctrl+C in a terminal; what else ends a host well is asked of hosts that have done something before: <see cref="EndsItAndItsChildrenAsync"/>.</summary>
    [Fact]
    public async Task ControlCEndsItAndItsChildren()
    {
        using var data = settled.Copy();
        await using var host = LocalHostProcess.StartInGroup(data.Arguments);
        await host.RunsAsync();

        var ended = await EndsItAndItsChildrenAsync(host, "INT", group: true);

        Assert.EndsWith("Ctrl+C stops.", ended.Output[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(KilledServiceTests.Mending, ended.Output);
    }

    [Fact]
    public async Task ControlCWaitsForAChildAndEndsItWhenItDoesNotEndByItself()
    {
        using var data = settled.Copy();
        await using var host = LocalHostProcess.Start(data.Arguments);
        await host.RunsAsync();
        var children = await host.ChildrenAsync();
        await Processes.RunAsync("kill", "-s", "STOP", $"{children.Min()}");

        await host.SignalAsync("INT");

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
    public async Task WhatWasAcknowledgedJustBeforeSigkillIsThereAfterARestart()
    {
        using var data = settled.Copy();
        IReadOnlyList<string> before;
        await using (var host = LocalHostProcess.Start(data.Arguments))
        {
            await host.RunsAsync();
            var account = OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));
            var children = await host.ChildrenAsync();
            Assert.Equal(2, children.Count);
            await account.Reports.GetBlobClient(Report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\n"));
            await host.UntilAsync("a receipt", async () => await account.Receipts.GetBlobClient(Report + ".receipt.json").ExistsAsync());
            before = await LedgerAsync(account);

            await host.KillAsync();

            await Processes.GoneAsync(children);
        }

        await using var again = LocalHostProcess.StartInGroup(data.Arguments);
        await again.RunsAsync();

        Assert.Contains("Now: 2023-07-26 08:", again.Line("DtPipeline is running."), StringComparison.Ordinal);
        var restarted = OpenStore.Connect(again.Line("DefaultEndpointsProtocol="));
        var after = await LedgerAsync(restarted);
        Assert.Contains(before, row => row.StartsWith("2023-Q1~P63-06 obs~GOV-01 1 ", StringComparison.Ordinal));
        Assert.Empty(before.Except(after));
        Assert.Empty(after.Except(before));
        Assert.Equal([SettledStore.Report, Report], await OpenStore.NamesAsync(restarted.Reports));
        Assert.Equal(Stored.ReceiptsOf([SettledStore.Report, Report]), await OpenStore.NamesAsync(restarted.Receipts));
        await again.UntilAsync("the late report is told and the overdue one resolved", async () =>
            (await OpenStore.RowsAsync(restarted.Alerts, "PartitionKey eq 'P63-06' and Type eq 'dtpipeline.report.late' and State eq 'told'")).Count == 1
            && (await OpenStore.RowsAsync(restarted.Alerts, "PartitionKey eq 'P63-06' and Type eq 'dtpipeline.report.overdue' and State eq 'resolved'")).Count == 1);
        const string Another = "P63-12/2023-Q1/tre-han.csv";
        await restarted.Reports.GetBlobClient(Another).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\n"));
        await again.UntilAsync("another receipt", async () => await restarted.Receipts.GetBlobClient(Another + ".receipt.json").ExistsAsync());
        await EndsItAndItsChildrenAsync(again, "TERM", group: true);
    }

    /// <summary>A signal ends a host and the services that it has started, without another word.</summary>
    internal static async Task<Ended> EndsItAndItsChildrenAsync(LocalHostProcess host, string signal, bool group)
    {
        var children = await host.ChildrenAsync();
        Assert.Equal(2, children.Count);
        var said = host.Lines();

        await host.SignalAsync(signal, group);

        var ended = await host.EndAsync();
        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Errors));
        Assert.Equal(said, ended.Output);
        await Processes.GoneAsync(children);
        return ended;
    }

    /// <summary>Values and files, which only a report changes.</summary>
    private static async Task<IReadOnlyList<string>> LedgerAsync(StorageAccount account) =>
    [
        .. (await OpenStore.RowsAsync(account.Ledger, "(RowKey ge 'file~' and RowKey lt 'file~~') or (RowKey ge 'obs~' and RowKey lt 'obs~~')"))
            .Select(row => $"{row.PartitionKey} {row.RowKey} {row.GetDouble("Value")} {row.GetString("Status")} {row.GetString("FileId")}"),
    ];
}

using System.Globalization;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>Azurite or the local Service Bus is killed, and the host is not.</summary>
public sealed class KilledServiceTests
{
    private const string Report = "P63-06/2023-Q2/bao-cao.csv";
    private const string Mending = "Azurite was killed before it had written everything: the tables are made anew from the archive …";
    private static readonly string[] Now = ["--now", "2023-06-20T08:00:00+07:00"];

    [Fact]
    public async Task BothAreStartedAgainWhichIsSaidAndWorkGoesOn()
    {
        using var data = TestData.New();
        await using var host = LocalHostProcess.Start([.. data.Arguments, .. Now]);
        await host.RunsAsync();
        var account = OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));

        foreach (var child in await host.ChildrenAsync())
        {
            await Processes.RunAsync("kill", "-s", "KILL", child.ToString(CultureInfo.InvariantCulture));
        }

        await host.UntilAsync("says that all is well again", () => Task.FromResult(
            host.Lines().Contains("The local Service Bus runs again.") && host.Lines().Any(l => l.StartsWith("The tables say again what the archive holds:", StringComparison.Ordinal))));
        Assert.Contains("Azurite ended by itself (exit code 137) and is started again, 1 of 5 times.", host.Lines());
        Assert.Contains("The local Service Bus ended by itself (exit code 137) and is started again, 1 of 5 times.", host.Lines());
        Assert.Contains(Mending, host.Lines());
        await account.Reports.GetBlobClient(Report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-99,1\n"));
        await host.UntilAsync("a receipt", async () => await account.Receipts.GetBlobClient(Report + ".receipt.json").ExistsAsync());
        await host.UntilAsync("the alert in the inbox", async () => (await OpenStore.RowsAsync(account.Alerts, "PartitionKey eq 'P63-06' and Type eq 'dtpipeline.report.faulty'")).Count == 1);

        await host.SignalAsync("INT");
        Assert.Equal(0, (await host.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task WhatAzuriteHadNotWrittenOfTheTablesIsMadeAnewAtTheNextStart()
    {
        using var data = TestData.New();
        await RunAsync(data, account => account.Reports.GetBlobClient(Report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,1\n")));
        var azurite = Path.Combine(data.Folder, "azurite");
        Assert.False(File.Exists(Path.Combine(azurite, "running")));

        // As where it is killed between the one writing and the other.
        File.Delete(Path.Combine(azurite, "__azurite_db_table__.json"));
        await File.WriteAllTextAsync(Path.Combine(azurite, "running"), string.Empty);
        var lines = await RunAsync(data, async account => Assert.Equal(
            ["2023-Q2~P63-06 obs~GOV-01 1"],
            (await OpenStore.RowsAsync(account.Ledger, "RowKey ge 'obs~' and RowKey lt 'obs~~'")).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.PartitionKey} {r.RowKey} {r.GetDouble("Value")}"))));

        Assert.Contains(Mending, lines);
        Assert.DoesNotContain(Mending, await RunAsync(data, _ => Task.CompletedTask));
    }

    /// <summary>Runs the host until the report has a receipt and its row is written, and stops it as a person does.</summary>
    /// <returns>What it has said.</returns>
    private static async Task<IReadOnlyList<string>> RunAsync(TestData data, Func<StorageAccount, Task> act)
    {
        await using var host = LocalHostProcess.Start([.. data.Arguments, .. Now]);
        await host.RunsAsync();
        var account = OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));
        await act(account);
        await host.UntilAsync("a receipt", async () => await account.Receipts.GetBlobClient(Report + ".receipt.json").ExistsAsync());
        await host.SignalAsync("INT");
        var ended = await host.EndAsync();
        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Errors));
        return ended.Output;
    }
}

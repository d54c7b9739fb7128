using System.Globalization;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>Azurite or the local Service Bus is killed, and the host is not.</summary>
[Collection(SettledStores.Name)]
public sealed class KilledServiceTests(SettledStore settled)
{
    internal const string Mending = "Azurite was killed before it had written everything: the tables are made anew from the archive …";
    private const string Report = "P63-06/2023-Q1/bao-cao.csv";

    [Fact]
    public async Task BothAreStartedAgainWhichIsSaidAndWorkGoesOn()
    {
        using var data = settled.Copy();
        await using var host = LocalHostProcess.Start(data.Arguments);
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
        using var data = settled.Copy();
        var azurite = Path.Combine(data.Folder, "azurite");
        var running = Path.Combine(azurite, "running");
        Assert.False(File.Exists(running));

        // As where it is killed between the one writing and the other.
        File.Delete(Path.Combine(azurite, "__azurite_db_table__.json"));
        await File.WriteAllTextAsync(running, string.Empty);
        await using var host = LocalHostProcess.Start(data.Arguments);
        await host.RunsAsync();
        var made = await OpenStore.RowsAsync(OpenStore.Connect(host.Line("DefaultEndpointsProtocol=")).Ledger, "RowKey ge 'obs~' and RowKey lt 'obs~~'");
        var ended = await StoppingTests.EndsItAndItsChildrenAsync(host, "TERM", group: false);

        Assert.Contains(Mending, ended.Output);
        Assert.Equal(["2023-Q1~P63-04 obs~GOV-01 1"], made.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.PartitionKey} {r.RowKey} {r.GetDouble("Value")}")));

        // The next start has nothing to mend.
        Assert.False(File.Exists(running));
    }
}

using DtPipeline.Azure.Storage;


namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>The one time that is a requirement, on a host that has done what its start causes. Nothing else of this project runs meanwhile.</summary>
[Collection(nameof(NothingBesides))]
public sealed class ReceiptTimeTests(SettledSamples samples) : IClassFixture<SettledSamples>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task AReportHasItsReceiptWithinThreeSeconds()
    {
        using var data = samples.Copy();
        await using var host = LocalHostProcess.Start(data.Arguments);
        await host.RunsAsync();
        var account = OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));
        await ReceiptTimeAsync(host, account, "CEMA");
        await host.UntilAsync("what the start and the first report cause is done", async () => (await OpenStore.RowsAsync(account.Pending, "PartitionKey eq 'pending'")).Count == 0);

        var time = await ReceiptTimeAsync(host, account, "VASS");

        Assert.True(time < Limit, $"The receipt came after {time.TotalSeconds:0.0} s.");
    }

    private static async Task<TimeSpan> ReceiptTimeAsync(LocalHostProcess host, StorageAccount account, string organisation)
    {
        var report = $"{organisation}/2023-Q2/bao-cao.csv";
        var receipt = account.Receipts.GetBlobClient(report + ".receipt.json");
        Assert.False(await receipt.ExistsAsync());

        await account.Reports.GetBlobClient(report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,yes\n"));
        var start = TimeProvider.System.GetTimestamp();
        await host.UntilAsync("a receipt", async () => await receipt.ExistsAsync());
        var time = TimeProvider.System.GetElapsedTime(start);

        var said = await OpenStore.JsonAsync(account.Receipts, receipt.Name);
        Assert.Equal(("accepted", organisation, "2023-Q2"), ((string)said["status"]!, (string)said["organisation"]!, (string)said["period"]!));
        return time;
    }
}

[CollectionDefinition(nameof(NothingBesides), DisableParallelization = true)]
public sealed class NothingBesides;

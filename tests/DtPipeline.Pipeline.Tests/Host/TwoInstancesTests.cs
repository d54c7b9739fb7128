using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Intake;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class TwoInstancesTests(TwoInstancesTests.TwoHosts hosts) : IClassFixture<TwoInstancesTests.TwoHosts>
{
    [Fact]
    public async Task RunSideBySideAndDoNotSeeEachOthersFiles()
    {
        var (one, other) = (hosts.One, hosts.Other);
        var accounts = (One: Connect(one), Other: Connect(other));

        await accounts.One.Reports.GetBlobClient("MIC/2023-Q1/mot.csv").UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,yes\n"));
        await accounts.Other.Reports.GetBlobClient("MOET/2023-Q2/hai.csv").UploadAsync(BinaryData.FromString("indicator,value\nGOV-01,no\n"));
        await one.UntilAsync("its receipt", () => HasReceiptAsync(accounts.One, "MIC/2023-Q1/mot.csv"));
        await other.UntilAsync("its receipt", () => HasReceiptAsync(accounts.Other, "MOET/2023-Q2/hai.csv"));

        Assert.Contains("Now: 2023-03-20 09:", one.Line("DtPipeline is running."), StringComparison.Ordinal);
        Assert.Contains("Now: 2023-06-20 09:", other.Line("DtPipeline is running."), StringComparison.Ordinal);
        await HasOnlyAsync(accounts.One, "MIC/2023-Q1/mot.csv", "2023-Q1~MIC");
        await HasOnlyAsync(accounts.Other, "MOET/2023-Q2/hai.csv", "2023-Q2~MOET");
    }

    [Fact]
    public async Task TheSecondOnTheSameDataIsRefused()
    {
        using var ports = PortBlock.Take();
        await using var second = LocalHostProcess.Start("--data", hosts.OneData.Folder, "--port", $"{ports.Http}", "--once");

        var ended = await second.EndAsync();

        Assert.Equal((1, $"Another local host works on {hosts.OneData.Folder}. Stop it, or choose another folder with --data.\n"), (ended.ExitCode, ended.Errors));
    }

    private static StorageAccount Connect(LocalHostProcess host) => OpenStore.Connect(host.Line("DefaultEndpointsProtocol="));

    private static async Task<bool> HasReceiptAsync(StorageAccount account, string report) =>
        await account.Receipts.GetBlobClient(report + ".receipt.json").ExistsAsync();

    private static async Task HasOnlyAsync(StorageAccount account, string report, string partition)
    {
        Assert.Equal([report], await OpenStore.NamesAsync(account.Reports));
        Assert.Equal(Stored.ReceiptsOf(report), await OpenStore.NamesAsync(account.Receipts));
        Assert.Equal([partition], (await OpenStore.RowsAsync(account.Ledger, "RowKey eq 'obs~GOV-01'")).Select(r => r.PartitionKey));
    }

    public sealed class TwoHosts : IAsyncLifetime
    {
        private readonly TestData otherData = TestData.New();

        internal TestData OneData { get; } = TestData.New();

        internal LocalHostProcess One { get; private set; } = null!;

        internal LocalHostProcess Other { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            One = LocalHostProcess.Start([.. OneData.Arguments, "--now", "2023-03-20T09:00:00+07:00"]);
            Other = LocalHostProcess.Start([.. otherData.Arguments, "--now", "2023-06-20T09:00:00+07:00"]);
            await Task.WhenAll(One.RunsAsync(), Other.RunsAsync());
        }

        public async ValueTask DisposeAsync()
        {
            await One.DisposeAsync();
            await Other.DisposeAsync();
            OneData.Dispose();
            otherData.Dispose();
        }
    }
}

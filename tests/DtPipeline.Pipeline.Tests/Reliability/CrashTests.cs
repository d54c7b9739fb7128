using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

public sealed class CrashTests
{
    /// <summary>As many as a build has time for; <c>DTP_KILLS=20</c> asks for more.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("DTP_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 2;

    [Fact]
    public async Task KillAfterKillWhileSixtyFilesArriveLosesNothingAndDoublesNothing()
    {
        using var port = ReservedPort.Take();
        await using var inOrder = await TestPipeline.StartAsync(
            SixtyFiles.Now, settings: new Dictionary<string, string?> { ["DtPipeline:PublicUrl"] = $"http://127.0.0.1:{port.Number}" });
        await SixtyFiles.TakeInOrderAsync(inOrder);
        await inOrder.SendDigestsAsync();
        var expected = await StoreDump.OfAsync(inOrder.Account, sameBlobs: false);

        var disturbed = await DisturbedAsync(port.Number, Kills);

        Assert.Equal(60, expected.Count(l => l.StartsWith("receipt ", StringComparison.Ordinal)));
        StoreDump.AssertSame(expected, disturbed);
    }

    private static async Task<IReadOnlyList<string>> DisturbedAsync(int port, int kills)
    {
        await using var azure = await TestPipeline.StartAsync(SixtyFiles.Now);
        await SixtyFiles.PutCatalogueAsync(azure);
        var data = Directory.CreateTempSubdirectory("dtpipeline-host-");
        string[] arguments = ["--storage", azure.Storage, "--service-bus", azure.ServiceBus, "--data", data.FullName, "--port", $"{port}"];

        await using (var host = new RestartingHost([.. arguments, "--now", SixtyFiles.Now], arguments, kills))
        {
            // From here on every restart goes on in the time that the first start has set.
            await host.UntilAsync("sets the clock", () => Task.FromResult(File.Exists(Path.Combine(data.FullName, "clock"))));

            await DropAsync(azure, SixtyFiles.FirstWave, host);
            await SixtyFiles.WaitForNextSecondAsync(azure.Account);
            await DropAsync(azure, SixtyFiles.SecondWave, host);
            Assert.Equal(kills, host.Killed);
        }

        // What a killed host had taken from the subscription comes back when its lock runs out.
        await Until.TrueAsync("no alert is locked", async () => (await azure.CountsAsync(StorageNames.SecretariatSubscription)).Locked == 0);
        await using var last = LocalHostProcess.Start([.. arguments, "--once"]);
        var ended = await last.EndAsync();
        Assert.True(ended.ExitCode == 0, string.Join('\n', [.. ended.Output, ended.Errors]));
        Assert.Equal(new MessageCounts(0, 0, 0), await azure.CountsAsync(StorageNames.SecretariatSubscription));
        data.Delete(recursive: true);
        return await StoreDump.OfAsync(azure.Account, sameBlobs: false);
    }

    /// <summary>Uploads three files at a time and then, after a random amount of progress, kills the host and starts it again.</summary>
    private static async Task DropAsync(TestPipeline azure, IReadOnlyList<Drop> drops, RestartingHost host)
    {
        foreach (var three in drops.Chunk(3))
        {
            var before = await ProgressAsync(azure.Account);
            foreach (var drop in three)
            {
                await azure.UploadAsync(drop.Path, drop.Content);
            }

            await host.MaybeKillAsync(async wanted => await ProgressAsync(azure.Account) >= before + wanted);
        }
    }

    /// <summary>Archived files and written receipts: three steps for every file, as JSON and page are written one after the other.</summary>
    private static async Task<int> ProgressAsync(StorageAccount account) => await CountAsync(account.Archive) + await CountAsync(account.Receipts);

    private static async Task<int> CountAsync(BlobContainerClient container)
    {
        var count = 0;
        await foreach (var _ in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            count++;
        }

        return count;
    }

    private sealed class RestartingHost(string[] first, string[] again, int kills) : IAsyncDisposable
    {
        // The moments differ from run to run anyhow, by what the machine does; the seed spreads them.
        private readonly Random random = new(20);
        private LocalHostProcess process = LocalHostProcess.Start(first);

        public int Killed { get; private set; }

        public async Task MaybeKillAsync(Func<int, Task<bool>> hasProgressed)
        {
            if (Killed == kills)
            {
                return;
            }

            var wanted = random.Next(0, 7);
            await UntilAsync($"takes {wanted} more steps after {Killed} kills", () => hasProgressed(wanted));

            await process.DisposeAsync();
            Killed++;
            process = LocalHostProcess.Start(again);
        }

        public Task UntilAsync(string what, Func<Task<bool>> condition) => process.UntilAsync(what, condition);

        public ValueTask DisposeAsync() => process.DisposeAsync();
    }
}

using DtPipeline.LocalHost.Running;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class BlobWritesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-writes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WaitsUntilSomethingIsWritten(bool isAppended)
    {
        var file = Path.Combine(folder.FullName, "extent");
        if (isAppended)
        {
            await File.WriteAllTextAsync(file, "report");
        }

        using var writes = new BlobWrites(folder.FullName, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        var next = writes.NextAsync(TimeSpan.Zero, CancellationToken.None);
        Assert.False(next.IsCompleted);

        await File.AppendAllTextAsync(file, "report");

        await next.WaitAsync(Patience);
    }

    [Fact]
    public async Task LooksFollowEachOtherForAWhileAfterAWrite()
    {
        using var writes = new BlobWrites(folder.FullName, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        await writes.NextAsync(TimeSpan.Zero, CancellationToken.None).WaitAsync(Patience);
    }

    [Fact]
    public async Task WithoutAWriteALookIsDueAllTheSame()
    {
        using var writes = new BlobWrites(folder.FullName, TimeSpan.Zero, BlobWatcher.Interval);

        await writes.NextAsync(TimeSpan.Zero, CancellationToken.None).WaitAsync(Patience);
    }

    [Fact]
    public async Task WhereNoFilesCanBeWatchedALookIsDueAfterEachInterval()
    {
        using var writes = new BlobWrites(null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await writes.NextAsync(TimeSpan.Zero, CancellationToken.None).WaitAsync(Patience);
    }
}

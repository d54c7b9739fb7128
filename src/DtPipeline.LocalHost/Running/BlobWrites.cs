using System.Threading.Channels;

namespace DtPipeline.LocalHost.Running;

/// <summary>Tells when it is worth looking for new blobs: one look costs as much as there are blobs, and where Azurite's files can be watched they show that nobody writes any.</summary>
internal sealed class BlobWrites : IDisposable
{
    private readonly Channel<bool> written = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? files;
    private readonly TimeSpan afterwards;
    private readonly TimeSpan most;
    private long last = TimeProvider.System.GetTimestamp();

    /// <param name="folder">Where Azurite keeps what is in blobs; null where others run the storage.</param>
    /// <param name="afterwards">For so long after a write looks follow each other: a blob is there a moment after its content was written.</param>
    /// <param name="most">A look is due after so long, though nothing was written: an empty blob has no content, and a copy that of another.</param>
    public BlobWrites(string? folder, TimeSpan afterwards, TimeSpan most)
    {
        (this.afterwards, this.most) = (afterwards, most);
        files = folder is null ? null : Watch(Directory.CreateDirectory(folder).FullName);
    }

    /// <summary>Waits for a while, and then for as long as nothing is written.</summary>
    public async Task NextAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        await Task.Delay(interval, cancellationToken);
        if (files is null || TimeProvider.System.GetElapsedTime(Volatile.Read(ref last)) < afterwards)
        {
            return;
        }

        using var patience = new CancellationTokenSource(most, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await written.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => files?.Dispose();

    /// <returns>Null where the system watches no more files.</returns>
    private FileSystemWatcher? Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Created += (_, _) => Tell();
        watcher.Changed += (_, _) => Tell();
        watcher.Error += (_, _) => Tell();
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            watcher.Dispose();
            return null;
        }
    }

    private void Tell()
    {
        Volatile.Write(ref last, TimeProvider.System.GetTimestamp());
        written.Writer.TryWrite(true);
    }
}

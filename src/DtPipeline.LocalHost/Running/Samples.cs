using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using DtPipeline.Time;

namespace DtPipeline.LocalHost.Running;

/// <summary>Drops the reports of <c>samples/{day}/{organisation}/{period}/</c> on their days: the clock is moved to nine in the morning of each.</summary>
/// <param name="until">Reports of later days have not been sent yet.</param>
internal sealed class Samples(Pipeline pipeline, string folder, DateOnly until)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    /// <returns>How many files were dropped; those that are there already are not dropped again.</returns>
    public async Task<int> DropAsync(Action<string> say, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var calling = pipeline.Watcher.CallForAllAsync(stop.Token);
        var dropped = 0;
        foreach (var (day, path) in Days())
        {
            pipeline.Clock.Set(VietnamTime.MorningOf(day));
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                dropped += await UploadAsync(Path.GetRelativePath(path, file).Replace('\\', '/'), file, cancellationToken) ? 1 : 0;
            }

            await pipeline.Watcher.LookAsync(cancellationToken);
            while (!pipeline.Watcher.IsIdle && !calling.IsCompleted)
            {
                say(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}: {dropped} reports dropped, reading …"));
                await Task.Delay(LookInterval, cancellationToken);
            }
        }

        await stop.CancelAsync();
        await calling.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return dropped;
    }

    private IEnumerable<(DateOnly Day, string Path)> Days() => Directory.GetDirectories(folder)
        .Select(path => (Found: DateOnly.TryParseExact(Path.GetFileName(path), "yyyy-MM-dd", out var day), Day: day, Path: path))
        .Where(x => x.Found && x.Day <= until)
        .OrderBy(x => x.Day)
        .Select(x => (x.Day, x.Path));

    private async Task<bool> UploadAsync(string name, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(file);
            var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await pipeline.Account.Reports.GetBlobClient(name).UploadAsync(content, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }
}

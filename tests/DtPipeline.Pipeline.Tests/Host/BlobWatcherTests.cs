using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class BlobWatcherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task GoesOnWatchingAfterTheStorageWasAwayForAMoment()
    {
        var away = new AwayOnce();
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03);
        options.AddPolicy(away, HttpPipelinePosition.PerCall);
        var container = new BlobServiceClient(await SharedAzurite.NewAccountAsync(), options).GetBlobContainerClient("reports");
        await container.CreateAsync();
        var calls = new Calls();
        await using var services = new ServiceCollection().AddSingleton(calls).BuildServiceProvider();
        var method = typeof(Watched).GetMethod(nameof(Watched.See))!;
        var function = new LocalFunction(nameof(Watched.See), method, method.GetParameters()[0], new BlobTriggerAttribute("reports/{name}"));
        using var writes = new BlobWrites(null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        var watcher = new BlobWatcher(new FunctionApp(services, typeof(Functions.Reports).Assembly), function, container, writes, new Failures(), NullLogger.Instance);
        using var stop = new CancellationTokenSource();
        var watching = watcher.RunAsync(stop.Token);
        await container.GetBlobClient("first").UploadAsync(BinaryData.FromString("1"));
        Assert.Equal("first", await calls.NextAsync(Patience));

        await away.LeaveAsync(Patience);
        await container.GetBlobClient("second").UploadAsync(BinaryData.FromString("2"));

        Assert.Equal("second", await calls.NextAsync(Patience));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    private sealed class Calls
    {
        private readonly BlockingCollection<string> names = [];

        public void Add(string name) => names.Add(name);

        public Task<string> NextAsync(TimeSpan patience) => Task.Run(
            () => names.TryTake(out var name, patience) ? name : throw new TimeoutException("The function was not called."));
    }

    private sealed class Watched(Calls calls)
    {
        public Task See(BlobClient report)
        {
            calls.Add(report.Name);
            return Task.CompletedTask;
        }
    }

    /// <summary>Fails one call when told to.</summary>
    private sealed class AwayOnce : HttpPipelinePolicy
    {
        private TaskCompletionSource? leaving;

        public Task LeaveAsync(TimeSpan patience)
        {
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            leaving = left;
            return left.Task.WaitAsync(patience);
        }

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Interlocked.Exchange(ref leaving, null) is not { } left)
            {
                return ProcessNextAsync(message, pipeline);
            }

            left.SetResult();
            throw new RequestFailedException("Connection refused (the storage is away).");
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}

using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using DtPipeline.Azure;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>The intake once more on a pipeline's account, with every HTTP request to the storage noted, and held up or failed where a test asks for it.</summary>
internal sealed class WatchedStorage : IAsyncDisposable
{
    private const string MetadataPrefix = "x-ms-meta-";

    private readonly ConcurrentQueue<StorageCall> calls = new();
    private readonly ServiceProvider services;

    public WatchedStorage(TestPipeline pipeline)
    {
        var blobs = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03);
        blobs.AddPolicy(new Watch(this), HttpPipelinePosition.PerRetry);
        var tables = new TableClientOptions();
        tables.AddPolicy(new Watch(this), HttpPipelinePosition.PerRetry);
        Account = new StorageAccount(new BlobServiceClient(pipeline.Storage, blobs), new TableServiceClient(pipeline.Storage, tables));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.StorageConnection] = pipeline.Storage,
            [StorageNames.ServiceBusConnection] = pipeline.ServiceBus,
        }).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(pipeline.Clock)
            .AddDtPipeline(configuration)
            .AddSingleton(pipeline.Get<PipelineSettings>())
            .AddSingleton(Account)
            .BuildServiceProvider();
    }

    public StorageAccount Account { get; }

    /// <summary>Asked before every request is sent; it may wait, or throw.</summary>
    public Func<StorageCall, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyCollection<StorageCall> Calls => calls;

    /// <summary>Bytes read of bodies that were asked for as streams.</summary>
    public long Streamed { get; private set; }

    public void Forget() => calls.Clear();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task TakeAsync(string path) => Get<ReportIntake>().RunAsync(Account.Reports.GetBlobClient(path), CancellationToken.None);

    public Task CheckTasksAsync() => services.GetRequiredService<TaskCheck>().RunAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task NoteAsync(HttpMessage message)
    {
        // The first part of the path is the account.
        var path = string.Join('/', Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath).Split('/').Skip(2));
        var metadata = message.Request.Headers.Where(h => h.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase));
        var call = new StorageCall(message.Request.Method.Method, path, metadata.Sum(h => h.Name.Length - MetadataPrefix.Length + h.Value.Length));
        calls.Enqueue(call);
        await Before(call);
    }

    private sealed class Watch(WatchedStorage storage) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The pipeline's calls are asynchronous.");

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await storage.NoteAsync(message);
            await ProcessNextAsync(message, pipeline);
            if (message.Response.ContentStream is { } body && !message.BufferResponse)
            {
                message.Response.ContentStream = new CountedStream(body, count => storage.Streamed += count);
            }
        }
    }
}

/// <param name="Path">Container and blob, table and key, or <c>$batch</c>.</param>
/// <param name="MetadataLength">Names and values of the metadata sent with it, in bytes.</param>
internal sealed record StorageCall(string Method, string Path, int MetadataLength)
{
    public bool IsTransaction => Path == "$batch";

    public override string ToString() => $"{Method} {Path}";
}

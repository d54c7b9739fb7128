using System.Text;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using DtPipeline.Azure;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>The pipeline's services on a real Azurite account and a real local Service Bus.</summary>
internal sealed class TestPipeline : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly TestBroker broker;
    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("dtpipeline-mail-");

    private TestPipeline(string storage, TestBroker broker, TestClock clock, IReadOnlyDictionary<string, string?> settings)
    {
        this.broker = broker;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StorageNames.StorageConnection] = storage,
            [StorageNames.ServiceBusConnection] = broker.Connection,
            ["DtPipeline:MailPickup"] = mail.FullName,
            ["DtPipeline:SweepAfter"] = "00:00:00",
        }).AddInMemoryCollection(settings).Build();
        Storage = storage;
        Clock = clock;
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddDtPipeline(configuration).BuildServiceProvider();
    }

    public string Storage { get; }

    public TestClock Clock { get; }

    public StorageAccount Account => Get<StorageAccount>();

    public string ServiceBus => broker.Connection;

    public Task<MessageCounts> CountsAsync(string subscription) => broker.CountsAsync(subscription);

    /// <summary>For the rest of the test Service Bus is away.</summary>
    public ValueTask StopServiceBusAsync() => broker.DisposeAsync();

    public string MailFolder => mail.FullName;

    /// <param name="now">What the clock starts at.</param>
    /// <param name="storage">An account in use already; null for a new one.</param>
    /// <param name="settings">More settings, for example <c>DtPipeline:MostReportBytes</c>.</param>
    /// <param name="entities">Path of a file of Service Bus entities; null for those of the local host.</param>
    public static async Task<TestPipeline> StartAsync(
        string now = "2023-06-20T09:00:00+07:00", string? storage = null, TestClock? clock = null, IReadOnlyDictionary<string, string?>? settings = null, string? entities = null)
    {
        var pipeline = new TestPipeline(
            storage ?? await SharedAzurite.NewAccountInTurnAsync(), await TestBroker.StartAsync(entities), clock ?? new TestClock(now), settings ?? new Dictionary<string, string?>());
        await pipeline.Account.CreateIfNotExistsAsync(CancellationToken.None);
        return pipeline;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<BlobClient> UploadAsync(string path, string content) => UploadAsync(path, Encoding.UTF8.GetBytes(content));

    public async Task<BlobClient> UploadAsync(string path, byte[] content)
    {
        var blob = Account.Reports.GetBlobClient(path);
        await blob.UploadAsync(BinaryData.FromBytes(content), overwrite: true);
        return blob;
    }

    /// <summary>Puts a file into the container of the catalogue, as people do, and lets the app look there anew.</summary>
    public Task PutCatalogueAsync(string file, string text) => PutCatalogueAsync(file, BinaryData.FromString(text));

    /// <inheritdoc cref="PutCatalogueAsync(string, string)"/>
    public async Task PutCatalogueAsync(string file, BinaryData content)
    {
        await Account.Catalogue.GetBlobClient(file).UploadAsync(content, overwrite: true);
        Clock.Age(Get<PipelineSettings>().CatalogueEvery);
    }

    /// <summary>Uploads a report and takes it in, as the blob trigger does.</summary>
    public async Task DropAsync(string path, string content) => await TakeAsync(await UploadAsync(path, content));

    public Task TakeAsync(BlobClient report) => Get<ReportIntake>().RunAsync(report, CancellationToken.None);

    /// <summary>Whether something is begun and not finished, or due to be mailed now.</summary>
    public Task<bool> HasWorkAsync() => Timers.HaveWorkAsync(services, Clock.GetUtcNow());

    /// <summary>Calls a timer's function of the app itself.</summary>
    public Task CallTimerAsync(string name)
    {
        var app = new FunctionApp(services, typeof(Functions.Reports).Assembly);
        return app.CallAsync(app.Functions.Single(f => f.Name == name), new TimerInfo(), CancellationToken.None);
    }

    /// <summary>Runs the timers and the delivery until nothing is left: each of them once, and then those that take up what was left to do.</summary>
    public async Task SettleAsync()
    {
        await RunAsync(Timers.Of(services));
        while (await DeliverAsync() > 0 || await HasWorkAsync())
        {
            await RunAsync(Timers.OfWork(services));
        }
    }

    /// <summary>Composes the digests that are due and sends them.</summary>
    public async Task SendDigestsAsync()
    {
        await Get<DigestRun>().RunAsync(CancellationToken.None);
        await Get<MailRun>().RunAsync(CancellationToken.None);
    }

    /// <returns>How many alerts were delivered.</returns>
    public async Task<int> DeliverAsync()
    {
        var delivered = 0;
        await using var receiver = Get<ServiceBusClient>().CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        while ((await broker.CountsAsync(StorageNames.SecretariatSubscription)).Active > 0)
        {
            var messages = await receiver.ReceiveMessagesAsync(50, TimeSpan.FromSeconds(1));
            foreach (var message in messages)
            {
                await Get<AlertInbox>().DeliverAsync(message, CancellationToken.None);
                await receiver.CompleteMessageAsync(message);
                delivered++;
            }
        }

        return delivered;
    }

    /// <summary>Empties every table, as if they were lost.</summary>
    public async Task DeleteTablesAsync()
    {
        await LoseTablesAsync();
        await Account.CreateIfNotExistsAsync(CancellationToken.None);
    }

    /// <summary>The tables themselves, not only their rows.</summary>
    public async Task LoseTablesAsync()
    {
        foreach (var table in Account.Tables)
        {
            await table.DeleteAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await broker.DisposeAsync();
        mail.Delete(recursive: true);
    }

    private static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> timers)
    {
        foreach (var timer in timers)
        {
            await timer(CancellationToken.None);
        }
    }
}

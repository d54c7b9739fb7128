using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Worker.Tests.Hosting;

namespace DtPipeline.Worker.Tests.Running;

/// <summary>
/// One life of the deployed worker: a faulty report is taken in, its alert sent, delivered and acknowledged, a timer fails, the worker ends.
/// The tests look at what became of it.
/// </summary>
[CollectionDefinition(nameof(WorkerRun))]
public sealed class WorkerRun : ICollectionFixture<WorkerRun>, IAsyncLifetime
{
    public const string Report = "P63-01/2023-Q1/bao-cao.csv";

    /// <summary>The parts of the connection strings that nobody may read.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["AccountKey", "SharedAccessKey", "SAS_KEY_VALUE", "a2V5"];

    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("dtpipeline-mail-");
    private IngestionEndpoint? insights;

    internal WorkerProcess Worker { get; private set; } = null!;

    internal StorageAccount Account { get; private set; } = null!;

    /// <summary>Connection string of the account that is the host's alone.</summary>
    internal string Host { get; private set; } = string.Empty;

    internal IReadOnlyList<TelemetryItem> Telemetry => insights!.Items;

    internal Invocation Blob { get; } = Invocation.OfBlob("report", StorageNames.StorageConnection, StorageNames.Reports, Report);

    internal StatusResult TakenIn { get; private set; } = null!;

    internal Invocation Timer { get; } = Invocation.OfTimer("timer");

    internal StatusResult Dispatched { get; private set; } = null!;

    internal StatusResult Delivered { get; private set; } = null!;

    internal HttpStatusCode Answered { get; private set; }

    internal string Answer { get; private set; } = string.Empty;

    /// <summary>The host keeps one trace in twenty: these it has dropped, and the worker is to keep them.</summary>
    internal IReadOnlyList<Invocation> FailingTimers { get; } = [.. Enumerable.Range(0, 4).Select(_ => Invocation.OfTimer("timer", isKept: false))];

    internal StatusResult Swept { get; private set; } = null!;

    internal StatusResult Failed { get; private set; } = null!;

    internal int ExitCode { get; private set; }

    internal string Output { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        var storage = await SharedAzurite.NewAccountAsync();
        Host = await SharedAzurite.NewAccountAsync();
        await using var bus = await TestBroker.StartAsync();
        insights = await IngestionEndpoint.StartAsync();
        Account = new StorageAccount(new BlobServiceClient(storage, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03)), new TableServiceClient(storage));
        await Account.CreateIfNotExistsAsync(CancellationToken.None);
        await Account.Reports.GetBlobClient(Report).UploadAsync(BinaryData.FromString("indicator,value\nGOV-99,1\n"));

        await using (Worker = await WorkerProcess.StartAsync(new Dictionary<string, string>
        {
            // As deployed: the host has an account of its own.
            ["AzureWebJobsStorage"] = Host,
            [StorageNames.StorageConnection] = storage,
            [StorageNames.ServiceBusConnection] = bus.Connection,
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights.Connection,
            ["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true",
            ["OTEL_TRACES_SAMPLER"] = "microsoft.fixed_percentage",
            ["OTEL_TRACES_SAMPLER_ARG"] = "0.05",
            ["DtPipeline__MailPickup"] = mail.FullName,
        }))
        {
            TakenIn = await Worker.InvokeAsync(nameof(Functions.Reports.IngestReport), Blob);
            Dispatched = await Worker.InvokeAsync(nameof(Functions.Alerts.DispatchAlerts), Timer);
            await AcknowledgeAsync(await DeliverAsync(bus.Connection));
            Swept = await Worker.InvokeAsync(nameof(Functions.Reports.SweepReports), Invocation.OfTimer("timer"));
            await Account.Pending.DeleteAsync();
            foreach (var timer in FailingTimers)
            {
                Failed = await Worker.InvokeAsync(nameof(Functions.Reports.RollUp), timer);
            }

            (ExitCode, Output) = await Worker.EndAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        mail.Delete(recursive: true);
        await (insights?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>As the host's listener: peek-lock, run the function, complete.</summary>
    private async Task<JsonNode> DeliverAsync(string connection)
    {
        await using var client = new ServiceBusClient(connection);
        await using var receiver = client.CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        var message = await receiver.ReceiveMessageAsync(TimeSpan.FromMinutes(1));
        Assert.True(message is not null, $"No alert came over Service Bus. Taking in: {TakenIn}. Dispatching: {Dispatched}.");
        Delivered = await Worker.InvokeAsync(nameof(Functions.Alerts.DeliverAlert), Invocation.OfMessage("message", message));
        await receiver.CompleteMessageAsync(message);
        return JsonNode.Parse(message.Body)!["data"]!;
    }

    /// <summary>As the host's proxy: the request goes on to the worker's own address, marked with the call that belongs to it.</summary>
    private async Task AcknowledgeAsync(JsonNode alert)
    {
        var (organisation, key) = ((string)alert["organisation"]!, (string)alert["key"]!);
        var call = Invocation.OfRequest("request", new Dictionary<string, string> { ["organisation"] = organisation, ["key"] = key });
        using var http = new HttpClient { BaseAddress = new Uri(Worker.Capabilities["HttpUri"]) };
        http.DefaultRequestHeaders.Add("x-ms-invocation-id", call.Id);

        var running = Worker.InvokeAsync(nameof(Functions.Api.Desk.HandleAlert), call);
        using var answer = await http.PostAsJsonAsync($"api/v1/alerts/{organisation}/{Uri.EscapeDataString(key)}", new { action = "acknowledge", by = "Lan" });
        Assert.Equal(StatusResult.Types.Status.Success, (await running).Status);
        (Answered, Answer) = (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

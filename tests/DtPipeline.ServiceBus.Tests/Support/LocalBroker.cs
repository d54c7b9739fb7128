using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using DtPipeline.LocalHost.Services;

namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>The local Service Bus of <c>tools/local</c> on a port of its own, with data of its own that outlives a kill.</summary>
internal sealed class LocalBroker : IAsyncDisposable
{
    private static readonly NodeTools Tools = new(FindRepositoryRoot());
    private static readonly HttpClient Http = new();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-servicebus-");
    private readonly ReservedPort port = ReservedPort.Take();
    private Process? process;

    public int Port => port.Number;

    private string ConfigurationFile => Path.Combine(folder.FullName, "config.json");

    public static async Task<LocalBroker> StartAsync()
    {
        await Tools.InstallAsync(_ => { }, CancellationToken.None);
        var broker = new LocalBroker();
        var shipped = await File.ReadAllTextAsync(Path.Combine(Tools.Folder, "servicebus.config.json"));
        await File.WriteAllTextAsync(broker.ConfigurationFile, Entities.AddTo(shipped));
        await broker.RunAsync();
        return broker;
    }

    /// <param name="through">The port of what stands between.</param>
    public ServiceBusClient Connect(int? through = null, ServiceBusClientOptions? options = null) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Endpoint=sb://127.0.0.1:{through ?? Port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;"),
        options ?? new ServiceBusClientOptions { RetryOptions = { MaxRetries = 0 } });

    /// <summary>What a queue or subscription holds, by the broker's own account.</summary>
    public async Task<MessageCounts> CountsAsync(string entity)
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/health"));
        var counts = JsonNode.Parse(await Http.GetStringAsync(url))!["entities"]![entity]!;
        return new MessageCounts((int)counts["active"]!, (int)counts["locked"]!, (int)counts["deadLettered"]!, (int)counts["scheduled"]!);
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Starts the broker that was killed again, where its clients look for it.</summary>
    public Task RestartAsync() => RunAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        port.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task RunAsync()
    {
        process = NodeTools.Start(
            "node",
            [
                Path.Combine("servicebus", "main.mjs"),
                "--port", Port.ToString(CultureInfo.InvariantCulture),
                "--config", ConfigurationFile,
                "--data", Path.Combine(folder.FullName, "data"),
                "--exit-with-stdin",
            ],
            Tools.Folder);
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is null)
        {
            throw new InvalidOperationException($"The local Service Bus did not start: {await errors}");
        }

        _ = process.StandardOutput.ReadToEndAsync();
    }

    private static string FindRepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "DtPipeline.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("DtPipeline.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}

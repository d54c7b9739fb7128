using System.Diagnostics;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using AzureStandIns.Tests.Tables;

namespace AzureStandIns.Tests.ServiceBus;

/// <summary>The local Service Bus of tools/local, started for one test on a free port with its own data.</summary>
internal sealed class LocalBroker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private LocalBroker(Process process, DirectoryInfo data, int port)
    {
        _process = process;
        _data = data;
        Client = new ServiceBusClient(ConnectionStringTo(port), NoRetries);
    }

    public ServiceBusClient Client { get; }

    public static ServiceBusClientOptions NoRetries => new() { RetryOptions = { MaxRetries = 0 } };

    public static string ConnectionStringTo(int port) => string.Create(
        CultureInfo.InvariantCulture,
        $"Endpoint=sb://127.0.0.1:{port}/;SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;");

    public static async Task<LocalBroker> StartAsync()
    {
        await LocalTools.InstallAsync();
        var tools = LocalTools.Folder;
        var data = Directory.CreateTempSubdirectory("dtpipeline-servicebus-");
        string[] arguments =
        [
            Path.Combine(tools, "servicebus", "main.mjs"),
            "--port", "0",
            "--config", Path.Combine(tools, "servicebus.config.json"),
            "--data", data.FullName,
            "--exit-with-stdin",
        ];
        var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("listening on ", StringComparison.Ordinal))
            {
                process.BeginErrorReadLine();
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

                return new LocalBroker(process, data, int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException(
            "The local Service Bus did not start (run `npm ci` in tools/local): " + await process.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}

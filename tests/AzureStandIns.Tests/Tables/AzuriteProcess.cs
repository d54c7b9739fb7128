using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AzureStandIns.Tests.Tables;

/// <summary>One Azurite of its own: free ports on this machine only, everything in memory.</summary>
internal sealed class AzuriteProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private AzuriteProcess(string script, int tablePort, string[] arguments)
    {
        TablePort = tablePort;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "node",
                [
                    script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
                    "--blobPort", "0", "--queuePort", "0", "--tablePort", $"{tablePort}", .. arguments,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = AppContext.BaseDirectory,
            },
        };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
    }

    public int TablePort { get; }

    public static async Task<AzuriteProcess> StartAsync(params string[] arguments)
    {
        var azurite = new AzuriteProcess(await LocalTools.AzuriteAsync(), FreePort(), arguments);
        azurite._process.Start();
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        await azurite.UntilItListensAsync();
        return azurite;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItListensAsync()
    {
        using var deadline = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ListensAsync())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"Azurite ended at once: {string.Join(Environment.NewLine, _said)}");
            }

            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, TablePort);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            _said.Enqueue(line.Data);
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DtPipeline.LocalHost.Services;

/// <summary>A Node program on loopback that lives no longer than this process: it ends when its standard input does, even if we are killed.</summary>
internal sealed class NodeService(string name, Process process) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<NodeService> StartAsync(
        string name,
        NodeTools tools,
        IReadOnlyList<string> arguments,
        IReadOnlyList<int> ports,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        foreach (var port in ports)
        {
            await WaitAsync(() => !IsListening(port), $"Port {port} is taken, which {name} needs. Stop the program there, or choose other ports with --port.", cancellationToken);
        }

        var process = NodeTools.Start("node", arguments, tools.Folder, environment);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var service = new NodeService(name, process);
        try
        {
            foreach (var port in ports)
            {
                await WaitAsync(() => IsListening(port) || process.HasExited, $"{name} did not open port {port} in time.", cancellationToken);
            }

            return process.HasExited ? throw new LocalHostException($"{name} did not start: {(await errors).Trim()}") : service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await Console.Error.WriteLineAsync($"{name} did not end by itself and was killed.");
            }
        }

        process.Dispose();
    }

    private static bool IsListening(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task WaitAsync(Func<bool> condition, string otherwise, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new LocalHostException(otherwise);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }
}

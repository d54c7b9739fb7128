using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DtPipeline.LocalHost.Services;

/// <summary>A Node program on loopback that lives no longer than this process: it ends when its standard input does, even if we are killed.</summary>
internal sealed class NodeService : IAsyncDisposable
{
    private const int MostTries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A program that has not ended is on its way, however slow the machine is.
    private static readonly TimeSpan PatienceWithStart = TimeSpan.FromMinutes(3);

    // Who has run so long is tried anew as often as one who has just been started.
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    // Where a whole group of processes is stopped, ours hears of it a moment after its children.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly string name;
    private readonly Func<Process> start;
    private readonly IReadOnlyList<int> ports;
    private Process process;
    private Task<string> errors;

    private NodeService(string name, Func<Process> start, IReadOnlyList<int> ports)
    {
        (this.name, this.start, this.ports) = (name, start, ports);
        (process, errors) = Launch();
    }

    /// <summary>Processor time that its process has used so far; another process's where it was started again.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<NodeService> StartAsync(
        string name,
        NodeTools tools,
        IReadOnlyList<string> arguments,
        IReadOnlyList<int> ports,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        await FreeAsync(name, ports, cancellationToken);
        var service = new NodeService(name, () => NodeTools.Start("node", arguments, tools.Folder, environment), ports);
        try
        {
            await service.ListensAsync(cancellationToken);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program again whenever it ends by itself, and says so.</summary>
    /// <param name="startedAgain">Done each time after it.</param>
    /// <exception cref="LocalHostException">It ends again and again.</exception>
    public async Task KeepAsync(Action<string> say, Func<CancellationToken, Task> startedAgain, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var since = TimeProvider.System.GetTimestamp();
            await process.WaitForExitAsync(cancellationToken);
            await Task.Delay(Moment, TimeProvider.System, cancellationToken);
            attempt = TimeProvider.System.GetElapsedTime(since) > Steady ? 1 : attempt;
            var told = (await errors).Trim();
            if (attempt > MostTries)
            {
                throw new LocalHostException(string.Create(
                    CultureInfo.InvariantCulture, $"{name} ended {MostTries} times soon after it was started again: {(told.Length > 0 ? told : $"exit code {process.ExitCode}")}. Data stays where it is."));
            }

            say(string.Create(CultureInfo.InvariantCulture, $"{name} ended by itself (exit code {process.ExitCode}) and is started again, {attempt} of {MostTries} times."));
            process.Dispose();
            await FreeAsync(name, ports, cancellationToken);
            (process, errors) = Launch();
            await ListensAsync(cancellationToken);
            say($"{name} runs again.");
            await startedAgain(cancellationToken);
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

    private (Process Process, Task<string> Errors) Launch()
    {
        var started = start();
        _ = started.StandardOutput.ReadToEndAsync();
        return (started, started.StandardError.ReadToEndAsync());
    }

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        foreach (var port in ports)
        {
            await WaitAsync(() => IsListening(port) || process.HasExited, PatienceWithStart, $"{name} did not open port {port} in time.", cancellationToken);
        }

        if (process.HasExited)
        {
            throw new LocalHostException($"{name} did not start: {(await errors).Trim()}");
        }
    }

    private static async Task FreeAsync(string name, IReadOnlyList<int> ports, CancellationToken cancellationToken)
    {
        foreach (var port in ports)
        {
            await WaitAsync(() => !IsListening(port), Patience, $"Port {port} is taken, which {name} needs. Stop the program there, or choose other ports with --port.", cancellationToken);
        }
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

    private static async Task WaitAsync(Func<bool> condition, TimeSpan patience, string otherwise, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > patience)
            {
                throw new LocalHostException(otherwise);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }
}

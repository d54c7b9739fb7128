using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>The host that was asked is dead.</summary>
internal sealed class HostEndedException : Exception;

/// <summary>A host as a process of its own, seen from the side that orders.</summary>
internal sealed class HostClient : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string>> asked = [];
    private readonly Task listening;
    private int orders;

    private HostClient(Process process)
    {
        this.process = process;
        listening = ListenAsync();
    }

    /// <summary>To the storage so far, as it said last.</summary>
    public long Calls { get; private set; }

    /// <summary>Its working set at its highest, in bytes, as it said last.</summary>
    public long Peak { get; private set; }

    public bool HasEnded => listening.IsCompleted;

    /// <param name="program">Path of this program with the app that the host is to run beside it.</param>
    public static HostClient Start(string program, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, SoakHost.Command]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostClient(Process.Start(start)!);
    }

    /// <returns>What it threw; null where all went well.</returns>
    /// <exception cref="HostEndedException">It died before it answered.</exception>
    public async Task<string?> AskAsync(string order)
    {
        var id = Interlocked.Increment(ref orders);
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            lock (process)
            {
                process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {order}"));
                process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            throw new HostEndedException();
        }

        if (HasEnded)
        {
            answer.TrySetException(new HostEndedException());
        }

        return await answer.Task is var said && said == SoakHost.Well ? null : said;
    }

    /// <summary>As before a scale-in: it ends once it has done what it had begun.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await listening;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await listening;
        process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', 4) is [var id, var calls, var peak, var said]
                && int.TryParse(id, CultureInfo.InvariantCulture, out var number)
                && asked.TryRemove(number, out var answer))
            {
                Calls = Math.Max(Calls, long.Parse(calls, CultureInfo.InvariantCulture));
                Peak = Math.Max(Peak, long.Parse(peak, CultureInfo.InvariantCulture));
                answer.TrySetResult(said);
            }
        }

        foreach (var (_, answer) in asked)
        {
            answer.TrySetException(new HostEndedException());
        }
    }
}

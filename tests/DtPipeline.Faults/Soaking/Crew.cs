using System.Collections.Concurrent;
using System.Globalization;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>
/// The hosts that work at a time, each in a place of its own: files go to whoever has a hand free, what one had that died goes to another, and a new one takes its place.
/// </summary>
internal sealed class Crew(IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> programs, Action<string> tell) : IAsyncDisposable
{
    // As host.json says it of blobs, and of how often one is tried.
    private const int AtOnce = 4;
    private const int MostTries = 5;

    private readonly Place[] places = [.. programs.Select(p => new Place(p))];
    private TimeSpan shift;

    public int Count => places.Length;

    public long Calls => places.Sum(p => p.Calls);

    /// <summary>Of the largest host there ever was, in bytes.</summary>
    public long Peak => places.Max(p => p.Peak);

    public int Killed => places.Sum(p => p.Killed);

    public int Stopped { get; private set; }

    /// <summary>How often a function has thrown and was called again.</summary>
    public int TriedAgain { get; private set; }

    public async Task SetClockAsync(TimeSpan by)
    {
        shift = by;
        for (var place = 0; place < Count; place++)
        {
            await AskAsync(place, Clock);
        }
    }

    /// <summary>Ends the host of a place once it has done what it had begun; the next one is of this program.</summary>
    public async Task StopAsync(int place, string? program = null)
    {
        places[place].Program = program ?? places[place].Program;
        if (places[place].Host is { HasEnded: false } host)
        {
            Stopped++;
            if (await host.StopAsync() is var code and not 0)
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"a host that was stopped ended with {code}"));
            }

            await places[place].LeaveAsync(isKilled: false);
        }
    }

    /// <summary>The host of a place dies when the storage has answered so many more of its calls.</summary>
    public Task DieAsync(int place, int calls) => AskAsync(place, string.Create(CultureInfo.InvariantCulture, $"die {calls}"));

    /// <summary>Delivers each as often as it stands there, until each was taken.</summary>
    public async Task TakeAsync(IEnumerable<string> paths)
    {
        var waiting = new ConcurrentQueue<(string Path, int Try)>(paths.Select(p => (p, 1)));
        while (!waiting.IsEmpty)
        {
            await Task.WhenAll(Enumerable.Range(0, Count * AtOnce).Select(n => LoopAsync(n % Count)));
        }

        async Task LoopAsync(int place)
        {
            while (waiting.TryDequeue(out var file))
            {
                if (await TryAsync(place, $"take {file.Path}") is not { } why)
                {
                    continue;
                }

                if (file.Try == MostTries)
                {
                    tell($"{file.Path} was tried {MostTries} times: {why}");
                }
                else
                {
                    waiting.Enqueue((file.Path, file.Try + 1));
                }
            }
        }
    }

    /// <summary>Once, whatever becomes of it.</summary>
    /// <returns>What was thrown, or that the host died; null where all went well.</returns>
    public async Task<string?> TryAsync(int place, string order)
    {
        try
        {
            var why = await (await places[place].HostAsync(settings, Clock)).AskAsync(order);
            TriedAgain += why is null ? 0 : 1;
            return why;
        }
        catch (HostEndedException)
        {
            return "the host died";
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var place in places)
        {
            await place.LeaveAsync(isKilled: false);
            place.Dispose();
        }
    }

    private string Clock => string.Create(CultureInfo.InvariantCulture, $"clock {shift.Ticks}");

    /// <summary>Also of the host that comes when this one dies.</summary>
    private async Task AskAsync(int place, string order)
    {
        for (var tried = 1; await TryAsync(place, order) is { } why; tried++)
        {
            if (tried == MostTries)
            {
                throw new InvalidOperationException($"No host does as it is told ({order}): {why}");
            }
        }
    }

    /// <summary>Where one host follows the other.</summary>
    private sealed class Place(string program) : IDisposable
    {
        private readonly SemaphoreSlim gate = new(1);
        private long callsBefore;
        private long peakBefore;

        public string Program { get; set; } = program;

        public HostClient? Host { get; private set; }

        public int Killed { get; private set; }

        public long Calls => callsBefore + (Host?.Calls ?? 0);

        public long Peak => Math.Max(peakBefore, Host?.Peak ?? 0);

        public async Task<HostClient> HostAsync(IReadOnlyDictionary<string, string> settings, string clock)
        {
            await gate.WaitAsync();
            try
            {
                if (Host is { HasEnded: false } host)
                {
                    return host;
                }

                await LeaveAsync(isKilled: Host is not null);
                Host = HostClient.Start(Program, settings);
                await Host.AskAsync(clock);
                return Host;
            }
            finally
            {
                gate.Release();
            }
        }

        public void Dispose() => gate.Dispose();

        public async Task LeaveAsync(bool isKilled)
        {
            (callsBefore, peakBefore) = (Calls, Peak);
            Killed += isKilled ? 1 : 0;
            if (Host is { } host)
            {
                Host = null;
                await host.DisposeAsync();
            }
        }
    }
}

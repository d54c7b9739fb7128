using System.Collections.Concurrent;

namespace DtPipeline.Azure.Telemetry;

/// <summary>The items of a run: one that fails does not keep the others from being done, and the run ends as failed with a list of them. Several may be done at once.</summary>
/// <param name="what">What the items are, in the plural.</param>
public sealed class EachItem(string what, CancellationToken cancellationToken)
{
    private const int MostNamed = 20;

    private readonly ConcurrentQueue<(string Name, Exception Why)> failed = new();
    private int tried;

    /// <inheritdoc cref="EachItem(string, CancellationToken)"/>
    /// <exception cref="InvalidOperationException">At least one failed; the first one's exception is inside.</exception>
    public static async Task RunAsync<T>(string what, IReadOnlyCollection<T> items, Func<T, string> nameOf, Func<T, Task> work, CancellationToken cancellationToken)
    {
        var each = new EachItem(what, cancellationToken);
        foreach (var item in items)
        {
            await each.TryAsync(nameOf(item), () => work(item));
        }

        each.End();
    }

    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync(string name, Func<Task> work)
    {
        Interlocked.Increment(ref tried);
#pragma warning disable CA1031 // Whatever one item throws is told at the end of the run.
        try
        {
            await work();
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            failed.Enqueue((name, e));
            return false;
        }
#pragma warning restore CA1031
    }

    /// <returns>What was read of it; null where that failed.</returns>
    public T? TryRead<T>(string name, Func<T> read)
        where T : class
    {
        Interlocked.Increment(ref tried);
#pragma warning disable CA1031 // As above.
        try
        {
            return read();
        }
        catch (Exception e)
        {
            failed.Enqueue((name, e));
            return null;
        }
#pragma warning restore CA1031
    }

    /// <exception cref="InvalidOperationException">At least one failed; the first one's exception is inside.</exception>
    public void End()
    {
        if (failed.TryPeek(out var first))
        {
            var named = string.Join(", ", failed.Take(MostNamed).Select(f => $"{f.Name} ({f.Why.GetType().Name})"));
            throw new InvalidOperationException($"{failed.Count} of {tried} {what} failed, the others are done: {named}.", first.Why);
        }
    }
}

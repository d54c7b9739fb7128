namespace DtPipeline.Azure.Telemetry;

/// <summary>Does a run's items one by one: one that fails does not keep the others from being done, and the run ends as failed with a list of them.</summary>
internal static class EachItem
{
    private const int MostNamed = 20;

    /// <param name="what">What the items are, in the plural.</param>
    /// <exception cref="InvalidOperationException">At least one failed; the first one's exception is inside.</exception>
    public static async Task RunAsync<T>(string what, IReadOnlyCollection<T> items, Func<T, string> nameOf, Func<T, Task> work, CancellationToken cancellationToken)
    {
        var failed = new List<(string Name, Exception Why)>();
        foreach (var item in items)
        {
#pragma warning disable CA1031 // Whatever one item throws is told at the end of the run.
            try
            {
                await work(item);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed.Add((nameOf(item), e));
            }
#pragma warning restore CA1031
        }

        if (failed.Count > 0)
        {
            var named = string.Join(", ", failed.Take(MostNamed).Select(f => $"{f.Name} ({f.Why.GetType().Name})"));
            throw new InvalidOperationException($"{failed.Count} of {items.Count} {what} failed, the others are done: {named}.", failed[0].Why);
        }
    }
}

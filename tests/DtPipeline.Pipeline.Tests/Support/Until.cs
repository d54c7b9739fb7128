namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>Waits for what another process does.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again; fails with <paramref name="what"/> when it has waited in vain for minutes.</summary>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while (!await condition())
        {
            Assert.False(deadline.IsCancellationRequested, $"In vain waited for: {what}.");
            await timer.WaitForNextTickAsync();
        }
    }
}

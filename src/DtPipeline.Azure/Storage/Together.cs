using Azure;

namespace DtPipeline.Azure.Storage;

/// <summary>
/// Pieces of work on one thing that come at once do not fight for it: who comes while a piece is under way waits, and is done together with all who wait. Who
/// comes alone is done at once.
/// </summary>
/// <param name="most">How many are done together at most.</param>
/// <param name="nameOf">Two pieces of one name are not done together.</param>
internal sealed class Together<TPiece, TDone>(int most, Func<TPiece, string> nameOf)
{
    private readonly Dictionary<string, List<Waiting>> waiting = new(StringComparer.Ordinal);

    /// <param name="on">What the work is on.</param>
    /// <param name="work">Does pieces together, whoever has brought them, and answers in their order.</param>
    public Task<TDone> DoAsync(string on, TPiece piece, Func<string, IReadOnlyList<TPiece>, Task<IReadOnlyList<TDone>>> work, CancellationToken cancellationToken)
    {
        var mine = new Waiting(piece, new TaskCompletionSource<TDone>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (waiting)
        {
            if (waiting.TryGetValue(on, out var others))
            {
                others.Add(mine);
            }
            else
            {
                waiting[on] = [mine];
                _ = DrainAsync(on, work);
            }
        }

        return mine.Done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Goes on until nobody waits. It ends with its process and not with the run that happened to begin it: others wait for it too.</summary>
    private async Task DrainAsync(string on, Func<string, IReadOnlyList<TPiece>, Task<IReadOnlyList<TDone>>> work)
    {
        await Task.Yield();
        while (Next(on) is { Count: > 0 } together)
        {
            if (!await TryAsync(on, together, work))
            {
                foreach (var waited in together)
                {
                    await TryAsync(on, [waited], work);
                }
            }
        }
    }

    /// <returns>False where the storage takes something of several pieces amiss: done one by one, none suffers from another.</returns>
    private static async Task<bool> TryAsync(string on, List<Waiting> together, Func<string, IReadOnlyList<TPiece>, Task<IReadOnlyList<TDone>>> work)
    {
#pragma warning disable CA1031 // Told to everybody who waits for it.
        try
        {
            var done = await work(on, together.ConvertAll(w => w.Piece));
            foreach (var (waited, answer) in together.Zip(done))
            {
                waited.Done.SetResult(answer);
            }
        }
        catch (RequestFailedException e) when (together.Count > 1 && e.Status is >= 400 and < 500)
        {
            return false;
        }
        catch (Exception e)
        {
            together.ForEach(w => w.Done.SetException(e));
        }
#pragma warning restore CA1031
        return true;
    }

    private List<Waiting> Next(string on)
    {
        lock (waiting)
        {
            var all = waiting[on];
            if (all.Count == 0)
            {
                waiting.Remove(on);
                return [];
            }

            var together = all.DistinctBy(w => nameOf(w.Piece)).Take(most).ToList();
            all.RemoveAll(together.Contains);
            return together;
        }
    }

    private sealed record Waiting(TPiece Piece, TaskCompletionSource<TDone> Done);
}

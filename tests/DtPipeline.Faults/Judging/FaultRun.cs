using System.Collections.Concurrent;
using System.Globalization;
using DtPipeline.FaultInjection.Disturbing;
using DtPipeline.FaultInjection.Staging;

namespace DtPipeline.FaultInjection.Judging;

/// <param name="Pairs">Random pairs of faults with a kill in between.</param>
/// <param name="Singles">How many of the single faults of each operation are tried, drawn by the seed; all where there are no more.</param>
/// <param name="Skipped">How many of all cases are left out, from the first: a long run goes on where another ended.</param>
/// <param name="Cases">Beginnings of names: only single faults whose name begins so are tried; all where there are none.</param>
internal sealed record FaultPlan(int Pairs, int Singles, int Seed, int Skipped, IReadOnlyList<string> Cases)
{
    public bool Tries(string name) => Cases.Count == 0 || Cases.Any(c => name.StartsWith(c, StringComparison.Ordinal));

    /// <summary>Whether some name that begins so could be tried.</summary>
    public bool MayTry(string beginning) => Tries(beginning) || Cases.Any(c => c.StartsWith(beginning, StringComparison.Ordinal));
}

/// <summary>Disturbs every operation: each of its calls by each kind of fault, and then by pairs of faults with a kill in between.</summary>
internal sealed class FaultRun(FaultPlan plan, Action<string> write)
{
    // Most of a case is waiting: for locks that run out, and for messages that do not come.
    private const int AtOnce = 12;

    // How far behind the end of an operation a pair's faults may fall: into the timers that follow it.
    private const int Beyond = 40;

    // Of each difference, where all cases are tried.
    private const int MostShown = 300;

    // Azurite becomes slow where thousands of blobs have come and gone.
    private const int OnOneGround = 250;

    private readonly ConcurrentBag<Tried> tried = [];
    private bool isAllDelivered = true;

    /// <returns>Whether all of them ended as they would have undisturbed.</returns>
    public async Task<bool> RunAsync()
    {
        // Of those that neither a pair nor a name can fall on nothing is asked.
        Operation[] operations = [.. Operation.All.Where((o, at) => at < plan.Pairs || plan.MayTry($"{o.Name} "))];
        (StoreState Expected, IReadOnlyList<Call> Calls)[] undisturbed = [];
        (Case Case, StoreState Expected)[][] cases = [];
        await OnGroundAsync(async ground =>
        {
            undisturbed = await Task.WhenAll(operations.Select(o => UndisturbedAsync(ground, o)));
            cases = [.. operations.Zip(undisturbed)
                .SelectMany(o => Singles(o.First, o.Second.Calls).Concat(Pairs(o.First, o.Second.Calls)).Select(c => (c, o.Second.Expected)))
                .Skip(plan.Skipped)
                .Chunk(OnOneGround)];
            await TryAsync(ground, cases.FirstOrDefault([]));
        });
        foreach (var some in cases.Skip(1))
        {
            await OnGroundAsync(ground => TryAsync(ground, some));
        }

        write(string.Create(CultureInfo.InvariantCulture, $"{"operation",-10}{"calls",7}{"faults tried",14}{"recovered",11}{"pairs tried",13}{"recovered",11}"));
        foreach (var (operation, (_, calls)) in operations.Zip(undisturbed))
        {
            write(Row(operation.Name, $"{calls.Count}", [.. tried.Where(t => t.Case.Operation == operation)]));
        }

        write(Row("all", $"{undisturbed.Sum(u => u.Calls.Count)}", [.. tried]));
        return tried.All(t => t.Wrong.Count == 0) && isAllDelivered;
    }

    private async Task OnGroundAsync(Func<Ground, Task> work)
    {
        await using var ground = await Ground.StartAsync(OnOneGround + Operation.All.Count);
        await work(ground);
        var left = await ground.Broker.TotalAsync(Azure.Storage.StorageNames.SecretariatSubscription);
        if (left is not { Active: 0, Locked: 0, DeadLettered: 0 })
        {
            isAllDelivered = false;
            write($"FAILED left in the subscriptions: {left.Active} messages, {left.Locked} locked, {left.DeadLettered} dead-lettered");
        }
    }

    private async Task TryAsync(Ground ground, (Case Case, StoreState Expected)[] cases)
    {
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (c, _) => await TryAsync(ground, c.Case, c.Expected));
        write($"{tried.Count} tried, {tried.Count(t => t.Wrong.Count > 0)} of them failed");
    }

    private static async Task<(StoreState Expected, IReadOnlyList<Call> Calls)> UndisturbedAsync(Ground ground, Operation operation)
    {
        var stage = await ground.StageAsync();
        await using var trial = new Trial(stage, operation);
        await trial.RunAsync(new Dictionary<int, Fault>());
        var trouble = await trial.SettleAsync();
        var expected = await StoreState.OfAsync(stage);
        var wrong = Verdict.Of(expected, expected, await StoreState.UnansweredAsync(stage.Account), []);
        await ground.LeaveAsync(stage);
        return trouble.Count + wrong.Count == 0
            ? (expected, trial.Calls)
            : throw new InvalidOperationException($"Undisturbed, {operation.Name} does not come to rest: {string.Join("\n", trouble.Concat(wrong))}");
    }

    private IEnumerable<Case> Singles(Operation operation, IReadOnlyList<Call> calls)
    {
        var all = calls.Index()
            .SelectMany(c => Fault.Of(c.Item).Select(f => new Case(
                operation, string.Create(CultureInfo.InvariantCulture, $"{operation.Name} {f}: {c.Item} ({c.Index + 1})"), new Dictionary<int, Fault> { [c.Index] = f }, null)))
            .Where(c => plan.Tries(c.Name))
            .ToArray();
        if (plan.Singles < all.Length)
        {
            new Random(plan.Seed).Shuffle(all);
        }

        return all.Take(plan.Singles);
    }

    private IEnumerable<Case> Pairs(Operation operation, IReadOnlyList<Call> calls)
    {
        var at = Operation.All.ToList().IndexOf(operation);
        for (var number = at; number < plan.Pairs; number += Operation.All.Count)
        {
            var random = new Random(unchecked((plan.Seed * 486_187_739) + number));
            var one = random.Next(calls.Count);
            var killed = one + 1 + random.Next(calls.Count - one + Beyond);
            var other = random.Next(calls.Count + Beyond);
            var faults = new Dictionary<int, Fault> { [one] = Any(random, Fault.Of(calls[one])), [killed] = new(Kind.Killed, After: random.Next(2) == 0) };
            var next = new Dictionary<int, Fault> { [other] = Any(random, Fault.Of(new Call(random.Next(2) == 0 ? "GET" : "PUT"))) };
            var name = string.Create(CultureInfo.InvariantCulture, $"pair {number} of seed {plan.Seed}: {operation.Name} {one + 1} {faults[one]}, {killed + 1} {faults[killed]}, then {other + 1} {next[other]}");
            yield return new Case(operation, name, faults, next);
        }
    }

    private static Fault Any(Random random, IReadOnlyList<Fault> faults) => faults.Where(f => f.Kind != Kind.Killed).ToList() is var some ? some[random.Next(some.Count)] : throw new InvalidOperationException();

    private async Task TryAsync(Ground ground, Case one, StoreState expected)
    {
        var stage = await ground.StageAsync();
        await using var trial = new Trial(stage, one.Operation);
        IReadOnlyList<string> wrong;
#pragma warning disable CA1031 // A case that throws has failed, and the others go on.
        try
        {
            await (one.Next is null ? trial.RunAsync(one.Faults) : trial.RunAsync(one.Faults, one.Next));
            var trouble = await trial.SettleAsync();
            wrong = [.. trouble, .. Verdict.Of(expected, await StoreState.OfAsync(stage), await StoreState.UnansweredAsync(stage.Account), trial.Met)];
        }
        catch (Exception e)
        {
            wrong = [e.ToString()];
        }
#pragma warning restore CA1031

        tried.Add(new Tried(one, wrong));
        if (wrong.Count > 0)
        {
            write($"FAILED {one.Name}{string.Concat(wrong.Select(w => $"\n    {Shown(w.ReplaceLineEndings(" "))}"))}");
        }

        await ground.LeaveAsync(stage);
    }

    private string Shown(string difference) => plan.Cases.Count == 0 && difference.Length > MostShown ? difference[..MostShown] : difference;

    private static string Row(string name, string calls, IReadOnlyList<Tried> all)
    {
        var (singles, pairs) = (all.Where(t => t.Case.Next is null).ToList(), all.Where(t => t.Case.Next is not null).ToList());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10}{calls,7}{singles.Count,14}{singles.Count(t => t.Wrong.Count == 0),11}{pairs.Count,13}{pairs.Count(t => t.Wrong.Count == 0),11}");
    }

    /// <param name="Next">Faults of the process that goes on after a kill; null where there is none.</param>
    private sealed record Case(Operation Operation, string Name, IReadOnlyDictionary<int, Fault> Faults, IReadOnlyDictionary<int, Fault>? Next);

    private sealed record Tried(Case Case, IReadOnlyList<string> Wrong);
}

using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>
/// The contenders take slices of the same reports in turns, in another order for each slice, on one Azurite; one after the other, never two at once. The slices
/// are small, because a machine that is somebody else's is twice as fast in one minute as in the next. Each comes after each other one as often, because who comes
/// next pays for what one leaves Azurite to collect.
/// </summary>
internal sealed class Contest
{
    private const int WarmUp = 256;
    private const int WarmUps = 8;
    private const int UpsertsAtOnce = 16;

    private readonly List<(string Name, Contender Contender, double Share)> field = [];
    private readonly List<Round> rounds = [];

    /// <summary>One a quarter.</summary>
    public IReadOnlyList<Round> Rounds => rounds;

    /// <summary>How much of a slice those take who need much longer for it.</summary>
    private static double ShareOf(string name) => name switch { "upserts" or "node" => 0.125, "upserts-16" or "node-16" => 0.5, _ => 1 };

    /// <param name="slices">Of each quarter.</param>
    public async Task RunAsync(int organisations, int indicators, int slices, int atOnce)
    {
        await using var ground = await ContestGround.StartAsync(WarmUp, organisations, indicators);
        try
        {
            await StartAsync(ground, indicators, atOnce);
            for (var quarter = 1; quarter < Quarter.All.Count; quarter++)
            {
                var round = new Round();
                for (var slice = 0; slice < slices; slice++)
                {
                    var first = slice * organisations / slices;
                    await SliceAsync(round, slice, quarter, WarmUp + first, ((slice + 1) * organisations / slices) - first);
                }

                await RollUpAsync(round);
                rounds.Add(round);
            }
        }
        finally
        {
            field.ForEach(f => f.Contender.Dispose());
        }
    }

    private async Task StartAsync(ContestGround ground, int indicators, int atOnce)
    {
        ContenderSettings Of(string name, string storage, int together) => new(name, storage, ground.Csv.Storage, indicators, together);
        await AddPipelineAsync("pipeline-csv", Contender.Start(Of("pipeline-csv", ground.Csv.Storage, atOnce)));
        await AddPipelineAsync("pipeline-xlsx", Contender.Start(Of("pipeline-xlsx", ground.Xlsx.Storage, atOnce)));
        await AddAsync("calls", Contender.Start(Of("calls", ground.Bare.Storage, atOnce)));
        await AddAsync("transactions", Contender.Start(Of("transactions", ground.Bare.Storage, atOnce)));
        foreach (var together in new[] { 1, UpsertsAtOnce })
        {
            var suffix = together == 1 ? string.Empty : "-16";
            await AddAsync($"upserts{suffix}", Contender.Start(Of("upserts", ground.Csv.Storage, together)));
            await AddAsync($"node{suffix}", await Contender.StartNodeAsync(Of("node", ground.Csv.Storage, together)));
        }

        // Only now: the bare loops take what they write from what the first has left to do.
        await field[0].Contender.RollUpAsync();
        await field[1].Contender.RollUpAsync();
        foreach (var (_, contender, _) in field)
        {
            await contender.RestAsync();
        }
    }

    /// <summary>Its roll-up is compiled as well as its intake: once for many reports it would be measured as it is in the first minute of a host, and the intake not.</summary>
    private async Task AddPipelineAsync(string name, Contender contender)
    {
        field.Add((name, contender, 1));
        const int each = WarmUp / WarmUps;
        for (var first = 0; first < WarmUp - each; first += each)
        {
            await contender.TakeAsync(0, first, each);
            await contender.RollUpAsync();
        }

        await contender.TakeAsync(0, WarmUp - each, each);
    }

    private async Task AddAsync(string name, Contender contender)
    {
        field.Add((name, contender, ShareOf(name)));
        await contender.TakeAsync(0, 0, Math.Max(1, (int)(WarmUp * ShareOf(name))));
    }

    private static async Task<Taking> MeasuredAsync(Func<Task<Taking>> take)
    {
        var before = await SharedAzurite.ProcessorTimeAsync();
        var taking = await take();
        return taking with { Storage = (await SharedAzurite.ProcessorTimeAsync() - before).TotalSeconds };
    }

    private async Task SliceAsync(Round round, int slice, int quarter, int first, int count)
    {
        for (var turn = 0; turn < field.Count; turn++)
        {
            var (name, contender, share) = field[(PlaceOf(turn, field.Count) + slice) % field.Count];
            var taking = await MeasuredAsync(() => contender.TakeAsync(quarter, first, Math.Max(1, (int)(count * share))));
            round.Taken[name] = round.Taken.TryGetValue(name, out var before) ? before.Then(taking) : taking;
            await contender.RestAsync();
        }
    }

    /// <summary>A row of a Latin square that is balanced for what is carried over (E. J. Williams, 1949): 0, 1, n - 1, 2, n - 2 and so on, of an even number of contenders.</summary>
    private static int PlaceOf(int turn, int contenders) => turn % 2 == 1 ? (turn + 1) / 2 : (contenders - (turn / 2)) % contenders;

    private async Task RollUpAsync(Round round)
    {
        foreach (var (name, contender, _) in field.Where(f => f.Name.StartsWith("pipeline", StringComparison.Ordinal)))
        {
            round.RolledUp[name] = round.Taken[name].Then(await MeasuredAsync(contender.RollUpAsync));
            await contender.RestAsync();
        }
    }
}

/// <summary>What each contender made of its share of a quarter.</summary>
internal sealed class Round
{
    public Dictionary<string, Taking> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>With the roll-up that makes the deltas.</summary>
    public Dictionary<string, Taking> RolledUp { get; } = new(StringComparer.Ordinal);
}

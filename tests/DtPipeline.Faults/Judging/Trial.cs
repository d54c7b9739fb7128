using DtPipeline.FaultInjection.Disturbing;
using DtPipeline.FaultInjection.Staging;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Judging;

/// <summary>One operation on a stage of its own, disturbed, and then the timers left to themselves until nothing is left to do.</summary>
internal sealed class Trial(Stage stage, Operation operation) : IAsyncDisposable
{
    private const int MostRounds = 10;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly List<Disturbance> disturbances = [];
    private Life life = new(stage);

    public IReadOnlyList<(Call Call, Fault Fault)> Met => [.. disturbances.SelectMany(d => d.Met)];

    /// <summary>Those of the operation.</summary>
    public IReadOnlyList<Call> Calls { get; private set; } = [];

    /// <summary>The operation with these faults, by the number of the call.</summary>
    public async Task RunAsync(IReadOnlyDictionary<int, Fault> faults)
    {
        await BeginAsync(faults);
        await GoOnAsync();
    }

    /// <summary>The operation with one fault and, whether it has ended by then or not, a kill; then another fault in the process that goes on.</summary>
    public async Task RunAsync(IReadOnlyDictionary<int, Fault> faults, IReadOnlyDictionary<int, Fault> faultsOfTheNext)
    {
        await BeginAsync(faults);
        await RoundAsync();
        life.Disturbance.Kill();
        await GoOnAsync();
        Plan(faultsOfTheNext);
        await RoundAsync();
        await GoOnAsync();
    }

    /// <summary>Undisturbed.</summary>
    /// <returns>What does not come to rest; empty where all does.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        var trouble = new List<string>();
        for (var round = 0; round < MostRounds; round++)
        {
            trouble = await RoundAsync();
            if (trouble.Count == 0 && !await IsAnythingLeftAsync())
            {
                break;
            }

            stage.Clock.Move(BetweenRounds);
            trouble.Add("something is always left to do");
        }

        return trouble;
    }

    public ValueTask DisposeAsync() => life.DisposeAsync();

    private async Task BeginAsync(IReadOnlyDictionary<int, Fault> faults)
    {
        await operation.Before(life);
        await life.DisposeAsync();

        // A process that begins: it reads the catalogue and connects.
        life = new Life(stage);
        Plan(faults);
        await TryAsync(operation.Run);
        Calls = life.Disturbance.Calls;
    }

    private void Plan(IReadOnlyDictionary<int, Fault> faults)
    {
        disturbances.Add(life.Disturbance);
        life.Disturbance.Plan(faults);
    }

    /// <summary>With the process that is there, or with another one in its place.</summary>
    private async Task GoOnAsync()
    {
        var disturbance = life.Disturbance;
        if (disturbance.Died.IsCompleted)
        {
            await life.DisposeAsync();
            life = new Life(stage);
        }

        await disturbance.EndAsync();
    }

    private async Task<List<string>> RoundAsync()
    {
        var trouble = new List<string>();
        var timers = Timers.Of(life.Services).Prepend(life.Get<PublicationCheck>().RunAsync);
        if (operation.HasDigests)
        {
            timers = timers.Prepend(life.Get<DigestRun>().RunAsync);
        }

        foreach (var timer in timers.Append(token => Delivery.RunAsync(life, token)))
        {
            if (await TryAsync((_, token) => timer(token)) is { } why)
            {
                trouble.Add(why);
            }
        }

        return trouble;
    }

    private async Task<bool> IsAnythingLeftAsync() =>
        await Timers.HaveWorkAsync(life.Services, stage.Clock.GetUtcNow())
        || await life.Get<MailOutbox>().ReadAsync(CancellationToken.None) is { Mails.Count: > 0 } or { Held: not null }
        || !await Delivery.IsEmptyAsync(life);

    /// <returns>What it threw; null where it did not.</returns>
    private async Task<string?> TryAsync(Func<Life, CancellationToken, Task> work)
    {
        if (life.Disturbance.Died.IsCompleted)
        {
            return null;
        }

        using var end = new CancellationTokenSource(Longest);
        _ = life.Disturbance.Died.ContinueWith(_ => end.Cancel(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
#pragma warning disable CA1031 // What is thrown by whom is what is looked at here.
        try
        {
            await work(life, end.Token);
            return null;
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
#pragma warning restore CA1031
    }
}

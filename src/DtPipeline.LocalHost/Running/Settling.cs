using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.LocalHost.Running;

/// <summary>Runs the timers in the order in which work flows until nothing is left to do.</summary>
internal sealed class Settling(Pipeline pipeline)
{
    private const int MostRounds = 20;
    private const int MostTries = 3;
    private static readonly string[] Order =
    [
        nameof(Functions.Reports.PullReports), nameof(Functions.Reports.SweepReports), nameof(Functions.Reports.FlagOverdue), nameof(Functions.Reports.RollUp),
        nameof(Functions.Alerts.DispatchAlerts),
    ];

    /// <summary>What fails is tried again, as its next run would; what fails each time is left in the pipeline's failures.</summary>
    /// <exception cref="LocalHostException">Work remains after many rounds, or a service does not come back.</exception>
    public async Task SettleAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var quietButFailed = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            say(round == 0 ? $"Running {string.Join(", ", Order)} …" : "Running them again until nothing is left …");
            await RunAsync(Order, cancellationToken);
            if (!await IsQuietAsync(say, cancellationToken))
            {
                continue;
            }

            if (!pipeline.Failures.Any || ++quietButFailed == MostTries)
            {
                await RunAsync([nameof(Functions.BriefWriting.WriteBriefs), nameof(Functions.Alerts.SendDigests), nameof(Functions.Alerts.DispatchAlerts)], cancellationToken);
                return;
            }
        }

        throw new LocalHostException(string.Join(
            Environment.NewLine, [$"The pipeline has not settled after {MostRounds} rounds. Run again with --verbose to see what fails.", .. pipeline.Failures.Sentences]));
    }

    private async Task RunAsync(IEnumerable<string> timers, CancellationToken cancellationToken)
    {
        foreach (var timer in timers)
        {
            if (await pipeline.Timers[timer].RunOnceAsync(cancellationToken) && timer == nameof(Functions.Reports.SweepReports))
            {
                // It has taken in whatever the blob's own function failed at.
                pipeline.Failures.Done(nameof(Functions.Reports.IngestReport));
            }
        }
    }

    /// <returns>Nothing was delivered and nothing is left to do. A service that is away for a moment is asked again in the next round.</returns>
    private async Task<bool> IsQuietAsync(Action<string> say, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // The Service Bus or the storage may be started again in this moment; who stays away is named at the end.
        try
        {
            var delivered = 0;
            while (await pipeline.Pump.HasMessagesAsync(cancellationToken) && await pipeline.Pump.PumpAsync(cancellationToken) is > 0 and var got)
            {
                delivered += got;
                say($"DeliverAlert: {pipeline.Pump.Delivered.Values.Sum()} alerts delivered");
            }

            pipeline.Failures.Done(pipeline.Pump.Function, string.Empty);
            return delivered == 0 && !await HasWorkAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            pipeline.Failures.Failed(pipeline.Pump.Function, string.Empty, e);
            return false;
        }
#pragma warning restore CA1031
    }

    private async Task<bool> HasWorkAsync(CancellationToken cancellationToken)
    {
        var pending = pipeline.Services.GetRequiredService<PendingStore>();
        return (await pending.WorkAsync(TimeSpan.Zero, cancellationToken)).Count
            + (await pending.PeriodsAsync(cancellationToken)).Count
            + (await pending.OutboxesAsync(cancellationToken)).Count > 0
            || (await pipeline.Services.GetRequiredService<MailOutbox>().ReadAsync(cancellationToken)).IsDue(pipeline.Clock.GetUtcNow());
    }
}

using DtPipeline.Azure.Storage;
using DtPipeline.LocalHost.Services;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.LocalHost.Running;

/// <summary>Runs the timers in the order in which work flows until nothing is left to do.</summary>
internal sealed class Settling(Pipeline pipeline)
{
    private const int MostRounds = 20;
    private static readonly string[] Order =
    [
        nameof(Functions.Reports.PullReports), nameof(Functions.Reports.SweepReports), nameof(Functions.Reports.FlagOverdue), nameof(Functions.Reports.RollUp),
        nameof(Functions.Alerts.DispatchAlerts),
    ];

    /// <exception cref="LocalHostException">Work remains after many rounds.</exception>
    public async Task SettleAsync(Action<string> say, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            say(round == 0 ? $"Running {string.Join(", ", Order)} …" : "Running them again until nothing is left …");
            foreach (var timer in Order)
            {
                await pipeline.Timers[timer].RunOnceAsync(cancellationToken);
            }

            var delivered = 0;
            while (await pipeline.Pump.HasMessagesAsync(cancellationToken) && await pipeline.Pump.PumpAsync(cancellationToken) is > 0 and var got)
            {
                delivered += got;
                say($"DeliverAlert: {pipeline.Pump.Delivered.Values.Sum()} alerts delivered");
            }

            if (delivered == 0 && !await HasWorkAsync(cancellationToken))
            {
                await pipeline.Timers[nameof(Functions.Alerts.SendDigests)].RunOnceAsync(cancellationToken);
                await pipeline.Timers[nameof(Functions.Alerts.DispatchAlerts)].RunOnceAsync(cancellationToken);
                return;
            }
        }

        throw new LocalHostException($"The pipeline has not settled after {MostRounds} rounds. Run again with --verbose to see what fails.");
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

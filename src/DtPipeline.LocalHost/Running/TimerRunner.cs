using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace DtPipeline.LocalHost.Running;

/// <summary>Runs a timer function: once at the start, which makes up for runs missed while nothing ran, and then on its schedule (UTC), never twice at once.</summary>
internal sealed class TimerRunner(FunctionApp app, LocalFunction function, TimerTriggerAttribute trigger, Failures failures, TimeProvider clock, ILogger logger)
{
    private readonly CrontabSchedule schedule = CrontabSchedule.Parse(trigger.Schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RunOnceAsync(cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            await Task.Delay(schedule.GetNextOccurrence(now) - now, clock, cancellationToken);
        }
    }

    /// <returns>Whether the function returned.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // The host survives whatever a function throws, as the Functions host does.
        try
        {
            await app.CallAsync(function, new TimerInfo(), cancellationToken);
            logger.FunctionRan(function.Name);
            failures.Done(function.Name, string.Empty);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.FunctionFailed(e, function.Name, 1, 1);
            failures.Failed(function.Name, string.Empty, e);
            return false;
        }
#pragma warning restore CA1031
    }
}

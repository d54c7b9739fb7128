using DtPipeline.Azure.Briefing;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>The papers of the conferences.</summary>
public sealed class BriefWriting(BriefRun run)
{
    /// <summary>Eight in the morning in Vietnam: on most days it finds nothing to do.</summary>
    [Function(nameof(WriteBriefs))]
    public Task WriteBriefs([TimerTrigger("0 0 1 * * *")] TimerInfo timer, CancellationToken cancellationToken) => run.RunAsync(cancellationToken);
}

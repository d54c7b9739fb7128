using DtPipeline.Azure.Telemetry;

namespace DtPipeline.Azure.Oversight;

/// <summary>All that the hour is asked of: the catalogue, what is owed, what no longer is, the tasks, the targets and what is to be published anew. None waits for another to be right.</summary>
public sealed class FlagRun(CatalogueCheck catalogue, Amendment amendment, OverdueCheck overdue, UnowedCheck unowed, TaskCheck tasks, TargetCheck targets, PublicationCheck publication)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task> RunAsync)[] checks = [("catalogue", catalogue.RunAsync), ("amendment", amendment.RunAsync), ("overdue", overdue.RunAsync), ("unowed", unowed.RunAsync), ("tasks", tasks.RunAsync), ("targets", targets.RunAsync), ("publication", publication.RunAsync)];
        return EachItem.RunAsync("checks", checks, c => c.Name, c => c.RunAsync(cancellationToken), cancellationToken);
    }
}

using DtPipeline.Azure.Telemetry;

namespace DtPipeline.Azure.Oversight;

/// <summary>All that the hour is asked of: the catalogue, what is owed, and the tasks. None waits for another to be right.</summary>
public sealed class FlagRun(CatalogueCheck catalogue, OverdueCheck overdue, TaskCheck tasks)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task> RunAsync)[] checks = [("catalogue", catalogue.RunAsync), ("overdue", overdue.RunAsync), ("tasks", tasks.RunAsync)];
        return EachItem.RunAsync("checks", checks, c => c.Name, c => c.RunAsync(cancellationToken), cancellationToken);
    }
}

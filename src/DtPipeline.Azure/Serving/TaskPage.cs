using DtPipeline.Answers.Models;
using DtPipeline.Azure.Publishing;

namespace DtPipeline.Azure.Serving;

/// <summary>Assigned tasks as they are published: all of them, or those of some organisations.</summary>
public sealed class TaskPage(PublishedModels published)
{
    /// <param name="organisations">Whose; null for everybody's.</param>
    public async Task<Served> ReadAsync(IReadOnlyList<string>? organisations, CancellationToken cancellationToken)
    {
        var all = await published.ListAsync(ReadModels.Tasks, cancellationToken);
        return organisations is null || all.Content is not { } content ? all : Served.Of(Of(content.ToObjectFromJson<TaskList>(Storage.Json.Options)!, organisations));
    }

    private static TaskList Of(TaskList all, IReadOnlyList<string> organisations) => all with
    {
        Tasks =
        [
            .. all.Tasks
                .Select(t => t with { Owners = [.. t.Owners.Where(o => organisations.Contains(o.Organisation))] })
                .Where(t => t.Owners.Count > 0),
        ],
    };
}

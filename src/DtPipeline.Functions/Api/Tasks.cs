using DtPipeline.Azure.Access;
using DtPipeline.Azure.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions.Api;

/// <summary>Work that was assigned, and how far it is.</summary>
public sealed class Tasks(TaskPage tasks, SignIn signIn)
{
    [Function(nameof(ListTasks))]
    public async Task<IActionResult> ListTasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/tasks")] HttpRequest request, CancellationToken cancellationToken) =>
        signIn.Refusal(request, c => c.IsSomebody, out var caller) is { } refusal ? refusal
        : new ServedResult(await tasks.ReadAsync(caller.MaySeeAll ? null : caller.Organisations, cancellationToken));
}

using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stops the host before any other hosted service starts, rather than wait for work that never comes.</summary>
internal sealed class NoFunctionsHost : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => throw new InvalidOperationException(
        "This build has the stand-in worker, which does not speak to the Functions host; "
        + "`dotnet run --project src/DtPipeline.LocalHost` runs the functions on one machine.");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

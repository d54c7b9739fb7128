using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AzureStandIns.Tests.Worker;

public sealed class FunctionsApplicationTests
{
    [Fact]
    public async Task StartingTheHostSaysHowTheFunctionsRunInstead()
    {
        var builder = FunctionsApplication.CreateBuilder([]).ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Witness>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Witness>());
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Equal(
            "This build has the stand-in worker, which does not speak to the Functions host; "
            + "`dotnet run --project src/DtPipeline.LocalHost` runs the functions on one machine.",
            failure.Message);
        Assert.False(host.Services.GetRequiredService<Witness>().Started);
    }

    [Fact]
    public void TheBuilderTakesSettingsAndServicesAsAnyHostBuilderDoes()
    {
        IHostApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--Site=hue"]);

        Assert.Equal("hue", builder.Configuration["Site"]);
        Assert.NotEmpty(builder.Services);
    }

    private sealed class Witness : IHostedService
    {
        public bool Started { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started = true;

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

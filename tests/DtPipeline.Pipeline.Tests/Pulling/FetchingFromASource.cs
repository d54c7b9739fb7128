using System.Globalization;
using DtPipeline.Azure.Pulling;
using DtPipeline.Azure.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DtPipeline.Pipeline.Tests.Pulling;

/// <summary>A source on this machine, and the fetching that is tried against it.</summary>
public abstract class FetchingFromASource : IAsyncLifetime
{
    protected const int Limit = 100_000;
    protected const string Now = "2023-06-20T09:00:00+07:00";

    private protected SourceServer server = null!;

    public async ValueTask InitializeAsync() => server = await SourceServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task FailsAsync(string reason, Func<PipelineSettings, PipelineSettings>? change = null, Uri? address = null) =>
        Assert.Equal(reason, Assert.IsType<FetchOutcome.Failed>(await FetchAsync(change, address)).Reason.En);

    private protected async Task<FetchOutcome> FetchAsync(Func<PipelineSettings, PipelineSettings>? change = null, Uri? address = null, Validators? known = null)
    {
        var settings = new PipelineSettings { AllowPrivateSources = true, MostReportBytes = Limit };
        using var fetch = new SourceFetch(change?.Invoke(settings) ?? settings, new FakeTimeProvider(DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture)));
        address ??= new Uri(server.Root, "/a.csv");
        return await fetch.FetchAsync(address, new HashSet<string> { SourceFetch.HostOf(address) }, known ?? Validators.None, CancellationToken.None);
    }

    protected static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    protected static Task Redirect(HttpContext context, string target, int status = 302)
    {
        context.Response.Headers.Location = target;
        return Status(status)(context);
    }
}

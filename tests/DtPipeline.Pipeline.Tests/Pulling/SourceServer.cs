using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Pipeline.Tests.Pulling;

/// <summary>A web server on this machine from which reports are fetched.</summary>
internal sealed class SourceServer : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly ConcurrentQueue<SourceRequest> requests = new();

    private SourceServer(WebApplication web)
    {
        this.web = web;
        web.Run(async context =>
        {
            requests.Enqueue(new SourceRequest(
                context.Request.Path, context.Request.Headers.IfNoneMatch, context.Request.Headers.IfModifiedSince, context.Request.Headers.Cookie));
            await Answer(context);
        });
    }

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("indicator,value\nGOV-01,1\n");

    public IReadOnlyList<SourceRequest> Requests => [.. requests];

    public Uri Root => new(web.Urls.Single());

    public static async Task<SourceServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new SourceServer(builder.Build());
        await server.web.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();
}

internal sealed record SourceRequest(string Path, string? IfNoneMatch, string? IfModifiedSince, string? Cookie);

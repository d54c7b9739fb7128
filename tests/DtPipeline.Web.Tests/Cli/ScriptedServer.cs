using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>A server that answers as a test says, for answers that the real one gives only when something is broken.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <param name="answers">By method and path, such as <c>GET /api/v1/alerts</c>; what is not among them is answered with 404.</param>
    public static async Task<ScriptedServer> StartAsync(params IReadOnlyList<(string Asked, int Status, string Type, Func<HttpRequest, string> Body)> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapFallback(async context =>
        {
            var (_, status, type, body) = answers.FirstOrDefault(a => a.Asked == $"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = body is null ? StatusCodes.Status404NotFound : status;
            if (body is not null)
            {
                context.Response.ContentType = type;
                await context.Response.WriteAsync(body(context.Request));
            }
        });
        await app.StartAsync();
        return new ScriptedServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

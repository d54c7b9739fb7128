using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Web.Tests.Cli;

/// <param name="Asked">Method and path, such as <c>GET /api/v1/alerts</c>.</param>
internal sealed record ScriptedAnswer(string Asked, int Status, string Type, Func<HttpRequest, string> Body);

/// <summary>A server that answers as a test says, for answers that the real one gives only when something is broken.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <param name="answers">What is not among them is answered with 404.</param>
    public static async Task<ScriptedServer> StartAsync(params IReadOnlyList<ScriptedAnswer> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapFallback(async context =>
        {
            var answer = answers.FirstOrDefault(a => a.Asked == $"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = answer?.Status ?? StatusCodes.Status404NotFound;
            if (answer is not null)
            {
                context.Response.ContentType = answer.Type;
                await context.Response.WriteAsync(answer.Body(context.Request));
            }
        });
        await app.StartAsync();
        return new ScriptedServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

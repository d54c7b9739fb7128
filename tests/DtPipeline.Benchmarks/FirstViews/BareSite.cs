using System.Net;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace DtPipeline.Benchmarks.FirstViews;

/// <summary>One server on loopback for both pages: that of one script is its own, everything else is handed on to the host, so that both go the same way.</summary>
internal sealed class BareSite : IAsyncDisposable
{
    /// <summary>CSS, as are its words for the page of one script.</summary>
    public const string PageIsDrawn = "main[aria-busy=false] #title";

    public const string BareIsDrawn = "pre:not(:empty)";

    private const string Document = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>JSON</title><pre></pre><script src="/bare.js"></script></html>""";

    private const string Script = """
        fetch(new URLSearchParams(location.search).get('view')).then((answer) => answer.text()).then((text) => { document.querySelector('pre').textContent = text; });
        """;

    private static readonly string[] HandedOn = [HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch];

    private readonly WebApplication app;
    private readonly HttpClient http;

    private BareSite(WebApplication app, HttpClient http)
    {
        this.app = app;
        this.http = http;
    }

    public Uri Page => new(app.Urls.First());

    /// <param name="view">Path and query of what it fetches.</param>
    public Uri Bare(string view) => new(Page, $"bare?view={Uri.EscapeDataString(view)}");

    public static async Task<BareSite> StartAsync(Uri host)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/bare", () => Results.Content(Document, MediaTypeNames.Text.Html));
        app.MapGet("/bare.js", () => Results.Content(Script, MediaTypeNames.Text.JavaScript));
        app.MapFallback("{**path}", context => HandOnAsync(context, http));
        await app.StartAsync();
        return new BareSite(app, http);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private static async Task HandOnAsync(HttpContext context, HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{context.Request.Path}{context.Request.QueryString}");
        foreach (var name in HandedOn)
        {
            request.Headers.TryAddWithoutValidation(name, [.. context.Request.Headers[name]]);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != HeaderNames.TransferEncoding))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Worker.Tests.Running;

/// <param name="Table">Where a query finds it, for example <c>AppDependencies</c>.</param>
/// <param name="Trace">The operation's id; empty for a metric.</param>
/// <param name="Whole">As it was sent.</param>
internal sealed record TelemetryItem(string Table, string Trace, JsonNode Data, string Whole)
{
    public string Name => (string?)Data["name"] ?? string.Empty;

    public static TelemetryItem Read(string line)
    {
        var item = JsonNode.Parse(line)!;
        var type = (string)item["data"]!["baseType"]!;
        var table = type switch
        {
            "RemoteDependencyData" => "AppDependencies",
            "RequestData" => "AppRequests",
            "ExceptionData" => "AppExceptions",
            "MessageData" => "AppTraces",
            "MetricData" => "AppMetrics",
            _ => type,
        };
        return new TelemetryItem(table, (string?)item["tags"]?["ai.operation.id"] ?? string.Empty, item["data"]!["baseData"]!, line);
    }
}

/// <summary>Application Insights on loopback: takes everything and keeps it.</summary>
internal sealed class IngestionEndpoint : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<TelemetryItem> items = new();

    private IngestionEndpoint()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.MapPost("/v2.1/track", TakeAsync);
    }

    /// <summary>The key names a resource; it is no secret.</summary>
    public string Connection => $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={server.Urls.Single()}/;LiveEndpoint={server.Urls.Single()}/";

    public IReadOnlyList<TelemetryItem> Items => [.. items];

    public static async Task<IngestionEndpoint> StartAsync()
    {
        var endpoint = new IngestionEndpoint();
        await endpoint.server.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        await using var plain = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var lines = new StreamReader(plain);
        var count = 0;
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                items.Enqueue(TelemetryItem.Read(line));
                count++;
            }
        }

        return Results.Json(new { itemsReceived = count, itemsAccepted = count, errors = Array.Empty<string>() });
    }
}

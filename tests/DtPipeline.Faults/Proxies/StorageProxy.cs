using System.Collections.Concurrent;
using System.Data.Common;
using DtPipeline.FaultInjection.Disturbing;
using DtPipeline.ServiceBus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DtPipeline.FaultInjection.Proxies;

/// <summary>
/// Stands in front of Azurite's blobs, queues and tables. Every process that is to be disturbed names itself in a header; paths and hosts stay as
/// they are, so that signatures hold.
/// </summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    /// <summary>Header with the number of the process.</summary>
    public const string Process = "process";

    private static readonly string[] Endpoints = ["BlobEndpoint", "QueueEndpoint", "TableEndpoint"];
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    private readonly WebApplication app;
    private readonly HttpClient upstream = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null });
    private readonly ConcurrentDictionary<string, Disturbance> processes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> ports;
    private readonly IReadOnlyList<ReservedPort> reserved;

    private StorageProxy(Dictionary<int, int> ports, IReadOnlyList<ReservedPort> reserved)
    {
        this.ports = ports;
        this.reserved = reserved;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = null;
            foreach (var port in ports.Keys)
            {
                options.ListenLocalhost(port);
            }
        });
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <param name="storage">Connection string of any of Azurite's accounts.</param>
    public static async Task<StorageProxy> StartAsync(string storage)
    {
        var reserved = Endpoints.Select(_ => ReservedPort.Take()).ToList();
        var proxy = new StorageProxy(Endpoints.Zip(reserved).ToDictionary(p => p.Second.Number, p => Address(storage, p.First).Port), reserved);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>The connection string by way of this proxy.</summary>
    public string Before(string storage)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = storage };
        foreach (var endpoint in Endpoints)
        {
            var address = Address(storage, endpoint);
            builder[endpoint] = new UriBuilder(address) { Port = ports.Single(p => p.Value == address.Port).Key }.Uri.ToString();
        }

        return builder.ConnectionString;
    }

    public void Add(string process, Disturbance disturbance) => processes[process] = disturbance;

    public void Remove(string process) => processes.TryRemove(process, out _);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        upstream.Dispose();
        foreach (var port in reserved)
        {
            port.Dispose();
        }
    }

    private static Uri Address(string storage, string endpoint) => new((string)new DbConnectionStringBuilder { ConnectionString = storage }[endpoint]);

    private async Task PassAsync(HttpContext context)
    {
        if (context.Request.Headers[Process] is not [{ } process] || !processes.TryGetValue(process, out var disturbance))
        {
            context.Abort();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new Passed(context, body.ToArray(), ports[context.Connection.LocalPort], upstream);
        var fault = disturbance.Meet(request.Call);
        await (fault is null ? GoodAsync(request) : BadAsync(request, fault, disturbance));
        await disturbance.ArriveLateAsync();

        async Task GoodAsync(Passed passed)
        {
            using var answer = await passed.ForwardAsync();

            // Whoever was killed meanwhile hears of it no more.
            await (disturbance.Died.IsCompleted ? passed.DropAsync() : passed.AnswerAsync(answer));
        }
    }

    private static async Task BadAsync(Passed request, Fault fault, Disturbance disturbance)
    {
        switch (fault.Kind)
        {
            case Kind.Late:
                await request.DropAsync();
                disturbance.Later(async () => (await request.ForwardAsync()).Dispose());
                return;
            case Kind.Slow:
                await Task.Delay(Moment);
                break;
            case Kind.Refused or Kind.Away when !fault.After:
                await request.RefuseAsync(fault.Kind == Kind.Away ? 503 : fault.Status, after: false);
                return;
            case Kind.Killed when !fault.After:
                disturbance.Kill();
                await request.DropAsync();
                return;
            case Kind.Dropped when !fault.After:
                await request.DropAsync();
                return;
        }

        using var first = await request.ForwardAsync();
        if (fault.Kind is Kind.Slow or Kind.CutShort)
        {
            await request.AnswerAsync(first, isCut: fault.Kind == Kind.CutShort);
        }
        else if (fault.Kind is Kind.Repeated or Kind.Doubled)
        {
            using var second = await request.ForwardAsync();
            await request.AnswerAsync(fault.Kind == Kind.Repeated ? second : first);
        }
        else if (fault.Kind == Kind.Refused)
        {
            await request.RefuseAsync(fault.Status, after: true);
        }
        else
        {
            if (fault.Kind == Kind.Killed)
            {
                disturbance.Kill();
            }

            await request.DropAsync();
        }
    }

    /// <summary>One request on its way.</summary>
    private sealed class Passed(HttpContext context, byte[] body, int port, HttpClient upstream)
    {
        private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Expect", Process };

        /// <summary>The first part of the path is the account.</summary>
        public Call Call { get; } = new($"{context.Request.Method} {string.Join('/', context.Request.Path.Value!.Split('/').Skip(2))}");

        /// <summary>As often as it is called.</summary>
        public async Task<HttpResponseMessage> ForwardAsync()
        {
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            var address = new Uri($"http://127.0.0.1:{port}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address) { Content = body.Length > 0 || context.Request.ContentLength is 0 ? new ByteArrayContent(body) : null };
            foreach (var (name, value) in context.Request.Headers.Where(h => !OfTheConnection.Contains(h.Key)))
            {
                if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value))
                {
                    request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
                }
            }

            return await upstream.SendAsync(request);
        }

        public async Task AnswerAsync(HttpResponseMessage answer, bool isCut = false)
        {
            var response = context.Response;
            response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !OfTheConnection.Contains(h.Key)))
            {
                response.Headers[name] = values.ToArray();
            }

            var content = await answer.Content.ReadAsByteArrayAsync();
            if (context.Request.Method == HttpMethods.Head || content.Length > 0)
            {
                response.ContentLength = answer.Content.Headers.ContentLength ?? content.Length;
            }

            if (content.Length > 0)
            {
                await response.Body.WriteAsync(isCut ? content.AsMemory(0, content.Length / 2) : content);
            }

            if (isCut)
            {
                await response.Body.FlushAsync();
                context.Abort();
            }
        }

        public async Task RefuseAsync(int status, bool after)
        {
            var isTable = context.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal) || Call.Name == "POST $batch";
            var code = CodeOf(status, after, isTable);
            context.Response.StatusCode = status;
            context.Response.Headers["x-ms-error-code"] = code;
            context.Response.ContentType = isTable ? "application/json" : "application/xml";
            await context.Response.WriteAsync(isTable
                ? $$"""{ "odata.error": { "code": "{{code}}", "message": { "lang": "en-US", "value": "A fault that was asked for." } } }"""
                : $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>A fault that was asked for.</Message></Error>""");
        }

        public Task DropAsync()
        {
            context.Abort();
            return Task.CompletedTask;
        }

        /// <summary>Codes that the services have for it. After the effect a conflict is what one finds who was not answered and asks again.</summary>
        private static string CodeOf(int status, bool after, bool isTable) => status switch
        {
            403 => "AuthorizationFailure",
            409 => !after ? "AccountBeingCreated" : isTable ? "EntityAlreadyExists" : "BlobAlreadyExists",
            412 => isTable ? "UpdateConditionNotSatisfied" : "ConditionNotMet",
            429 => "TooManyRequests",
            500 => "OperationTimedOut",
            _ => "ServerBusy",
        };
    }
}

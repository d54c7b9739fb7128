using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Worker.Tests.Hosting;

/// <summary>The side of the Functions host that a worker sees: one stream of messages in each direction, on loopback.</summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly Channel<StreamingMessage> toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentQueue<StreamingMessage> fromWorker = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> called = new(StringComparer.Ordinal);

    private FunctionsHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new Stream(toWorker.Reader, Hear));
        server = builder.Build();
        server.MapGrpcService<Stream>();
    }

    public string Address => server.Urls.Single();

    /// <summary>All that the worker has said so far.</summary>
    public IReadOnlyList<StreamingMessage> Heard => [.. fromWorker];

    public static async Task<FunctionsHost> StartAsync()
    {
        var host = new FunctionsHost();
        await host.server.StartAsync();
        return host;
    }

    public void Say(StreamingMessage message) => toWorker.Writer.TryWrite(message);

    /// <summary>Asks for a call and waits for its end, in vain where the worker has died.</summary>
    public Task<InvocationResponse> CallAsync(InvocationRequest request)
    {
        var answer = called[request.InvocationId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Say(new StreamingMessage { InvocationRequest = request });
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        toWorker.Writer.Complete();
        await server.DisposeAsync();
    }

    private void Hear(StreamingMessage message)
    {
        fromWorker.Enqueue(message);
        if (message.InvocationResponse is { } answer && called.TryRemove(answer.InvocationId, out var waiting))
        {
            waiting.SetResult(answer);
        }
    }

    private sealed class Stream(ChannelReader<StreamingMessage> toWorker, Action<StreamingMessage> hear) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
        {
            var sending = SendAsync(responseStream, context.CancellationToken);
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                hear(message);
            }

            await sending;
        }

        private async Task SendAsync(IServerStreamWriter<StreamingMessage> responseStream, CancellationToken cancellationToken)
        {
            await foreach (var message in toWorker.ReadAllAsync(cancellationToken))
            {
                await responseStream.WriteAsync(message, cancellationToken);
            }
        }
    }
}

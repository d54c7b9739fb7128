using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DtPipeline.FaultInjection.Disturbing;

namespace DtPipeline.FaultInjection.Proxies;

/// <summary>Stands in front of the local Service Bus for one process and goes by the frames of AMQP.</summary>
internal sealed class BusProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<BusConnection> connections = [];
    private readonly int upstream;
    private readonly Disturbance disturbance;
    private readonly Task accepting;

    public BusProxy(int upstream, Disturbance disturbance)
    {
        this.upstream = upstream;
        this.disturbance = disturbance;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
        _ = disturbance.Died.ContinueWith(_ => EndAll(), TaskScheduler.Default);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        EndAll();
        await accepting.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void EndAll()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            if (disturbance.Died.IsCompleted)
            {
                client.Dispose();
                continue;
            }

            var service = new TcpClient();
            await service.ConnectAsync(IPAddress.Loopback, upstream);
            var connection = new BusConnection(client, service, disturbance);
            connections.Add(connection);
            connection.Run();
        }
    }
}

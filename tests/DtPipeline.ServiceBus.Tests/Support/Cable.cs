using System.Net;
using System.Net.Sockets;

namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>What lies between a client and the broker, and can be cut without either of them taking leave.</summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int brokerPort;
    private readonly List<TcpClient> ends = [];
    private readonly Task accepting;

    public Cable(LocalBroker broker)
    {
        brokerPort = broker.Port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Drops every connection; the client may make another.</summary>
    public void Cut()
    {
        lock (ends)
        {
            ends.ForEach(end => end.Client.Close(timeout: 0));
            ends.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        Cut();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                var broker = new TcpClient { NoDelay = true };
                await broker.ConnectAsync(IPAddress.Loopback, brokerPort);
                lock (ends)
                {
                    ends.AddRange([client, broker]);
                }

                _ = PumpAsync(client, broker);
                _ = PumpAsync(broker, client);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the ends is closed, and Cut closes the other.
        }
    }
}

using System.Net;
using System.Net.Sockets;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Azure.Pulling;

/// <summary>Connections to sources: to public addresses only, and nothing is followed, unpacked, remembered or told along the way.</summary>
internal static class SourceHttp
{
    public static HttpClient Create(PipelineSettings settings) => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = settings.FetchWithin,
            MaxResponseHeadersLength = 32,

            // A name is looked up anew from time to time.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, settings.AllowPrivateSources, cancellationToken),
        })
    {
        // Each fetch has its own limit, which covers redirects and content.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The address that is checked is the one that is connected to, so a name that changes its mind in between gains nothing.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        if (!allowPrivate && !Array.TrueForAll(addresses, PublicAddress.Is))
        {
            throw new AddressRefusedException($"The host {host.Host} has an address that is not public.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A connection that was never made. The HTTP client takes no answer from a connection but a stream or an exception.</summary>
internal sealed class AddressRefusedException : IOException
{
    public AddressRefusedException()
    {
    }

    public AddressRefusedException(string message)
        : base(message)
    {
    }

    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

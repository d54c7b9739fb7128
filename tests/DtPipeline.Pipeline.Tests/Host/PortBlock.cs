using System.Net;
using System.Net.Sockets;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>
/// Five free ports in a row for one instance, and a sixth that this process listens on for as long, so that no other test on this machine
/// takes the block. Below the range that systems give out by themselves.
/// </summary>
internal sealed class PortBlock : IDisposable
{
    private const int First = 20_000;
    private const int Blocks = 2_000;
    private const int Size = 6;

    private readonly TcpListener guard;

    private PortBlock(int http, TcpListener guard)
    {
        Http = http;
        this.guard = guard;
    }

    public int Http { get; }

    public static PortBlock Take()
    {
        for (var i = 0; i < Blocks; i++)
        {
            var http = First + ((Environment.ProcessId + i) % Blocks * Size);
            if (Listen(http + Size - 1) is { } guard)
            {
                if (Enumerable.Range(http, Size - 1).All(IsFree))
                {
                    return new PortBlock(http, guard);
                }

                guard.Dispose();
            }
        }

        throw new InvalidOperationException("No five ports in a row are free.");
    }

    public void Dispose() => guard.Dispose();

    private static bool IsFree(int port)
    {
        using var listener = Listen(port);
        return listener is not null;
    }

    private static TcpListener? Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}

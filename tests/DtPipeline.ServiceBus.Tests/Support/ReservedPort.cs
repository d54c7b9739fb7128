using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DtPipeline.ServiceBus.Tests.Support;

/// <summary>
/// A port that stays ours while the broker is down: its neighbour is listened on for as long, so that no other run of these tests takes the
/// pair, and it is below the ports that the system gives to connections.
/// </summary>
internal sealed class ReservedPort : IDisposable
{
    private const int First = 15_000;
    private const int Pairs = 2_000;

    private readonly TcpListener neighbour;

    private ReservedPort(int number, TcpListener neighbour)
    {
        Number = number;
        this.neighbour = neighbour;
    }

    public int Number { get; }

    public static ReservedPort Take()
    {
        for (var attempt = 0; attempt < Pairs; attempt++)
        {
            var number = First + ((Environment.ProcessId + attempt) % Pairs * 2);
            if (Listen(number + 1) is not { } neighbour)
            {
                continue;
            }

            using (var own = Listen(number))
            {
                if (own is not null)
                {
                    return new ReservedPort(number, neighbour);
                }
            }

            neighbour.Dispose();
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No port from {First} to {First + (2 * Pairs)} is free."));
    }

    public void Dispose() => neighbour.Dispose();

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

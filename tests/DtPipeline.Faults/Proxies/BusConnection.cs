using System.Net.Sockets;
using DtPipeline.FaultInjection.Disturbing;

namespace DtPipeline.FaultInjection.Proxies;

/// <summary>One connection through the proxy of Service Bus.</summary>
internal sealed class BusConnection(TcpClient client, TcpClient service, Disturbance disturbance) : IDisposable
{
    private const string Busy = "com.microsoft:server-busy";
    private const string Failed = "amqp:internal-error";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    // How long the service is given to do what it was asked before the connection ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim writing = new(1);
    private volatile bool isSwallowing;
    private volatile bool isRejecting;

    public void Run()
    {
        _ = PassAsync(client, service, ToServiceAsync);
        _ = PassAsync(service, client, ToClientAsync);
    }

    /// <summary>Ends it at both sides.</summary>
    public void Dispose()
    {
        client.Dispose();
        service.Dispose();
        writing.Dispose();
    }

    private async Task PassAsync(TcpClient from, TcpClient to, Func<AmqpFrame, Stream, Task> pass)
    {
        try
        {
            var (reading, writingTo) = (from.GetStream(), to.GetStream());
            while (await AmqpFrame.ReadAsync(reading) is { } frame)
            {
                await pass(frame, writingTo);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or SocketException)
        {
            // Either side has ended it.
        }

        Dispose();
    }

    private async Task ToServiceAsync(AmqpFrame frame, Stream to)
    {
        var fault = frame.Name is { } name ? disturbance.Meet(new Call($"AMQP {name}")) : null;
        if (fault is null)
        {
            await to.WriteAsync(frame.Bytes);
            return;
        }

        if (fault.Kind == Kind.Slow)
        {
            await Task.Delay(Moment);
            await to.WriteAsync(frame.Bytes);
            return;
        }

        if (fault is { Kind: Kind.Refused, After: true } && frame.Performative is AmqpFrame.Transfer or AmqpFrame.Disposition)
        {
            isRejecting = true;
            await to.WriteAsync(frame.Bytes);
            return;
        }

        if (fault.After)
        {
            isSwallowing = true;
            await to.WriteAsync(frame.Bytes);
            await Task.WhenAny(answered.Task, Task.Delay(Patience));
        }

        await EndWithAsync(fault);
    }

    private async Task ToClientAsync(AmqpFrame frame, Stream to)
    {
        answered.TrySetResult();
        if (isSwallowing)
        {
            return;
        }

        if (isRejecting && frame.Performative == AmqpFrame.Disposition)
        {
            isRejecting = false;
            await WriteAsync(frame.AsRejected(Failed));
            return;
        }

        var fault = frame.Performative == AmqpFrame.Transfer ? disturbance.Meet(new Call("AMQP delivery")) : null;
        if (fault?.Kind == Kind.Slow)
        {
            await Task.Delay(Moment);
        }

        if (fault is null or { Kind: Kind.Slow } or { After: true })
        {
            await WriteAsync(frame);
        }

        if (fault is not null and not { Kind: Kind.Slow })
        {
            await EndWithAsync(fault);
        }
    }

    private async Task EndWithAsync(Fault fault)
    {
        if (fault.Kind == Kind.Killed)
        {
            disturbance.Kill();
        }
        else if (fault.Kind == Kind.Refused)
        {
            await WriteAsync(AmqpFrame.CloseWith(Busy));
        }

        Dispose();
    }

    private async Task WriteAsync(AmqpFrame frame)
    {
        await writing.WaitAsync();
        try
        {
            await client.GetStream().WriteAsync(frame.Bytes);
        }
        finally
        {
            writing.Release();
        }
    }
}

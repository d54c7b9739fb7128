using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>A mail server that goes wrong: it takes connections on loopback and answers what a script says, without encryption.</summary>
internal sealed class ScriptedMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<ScriptedMailServer, StreamReader, StreamWriter, Task> script;
    private readonly Task running;

    private ScriptedMailServer(Func<ScriptedMailServer, StreamReader, StreamWriter, Task> script)
    {
        this.script = script;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        running = AcceptAsync();
    }

    public int Port { get; }

    public int Connections { get; private set; }

    /// <summary>Message-IDs of mails whose content came whole.</summary>
    public List<string> Received { get; } = [];

    /// <summary>Takes connections and never says a word.</summary>
    public static ScriptedMailServer Silent() => new(async (server, _, _) => await Task.Delay(Timeout.Infinite, server.stop.Token));

    /// <summary>Hangs up once it has the whole mail, before it says whether it keeps it; from the connection of that number on it says so.</summary>
    public static ScriptedMailServer HangingUp(int until) => new(async (server, from, to) =>
    {
        var number = server.Connections;
        await to.WriteLineAsync("220 localhost");
        while (await from.ReadLineAsync(server.stop.Token) is { } line)
        {
            if (line == "DATA")
            {
                await to.WriteLineAsync("354 go on");
                await server.TakeAsync(from);
                if (number < until)
                {
                    return;
                }
            }

            await to.WriteLineAsync("250 OK");
        }
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stop.Dispose();
    }

    private async Task TakeAsync(StreamReader from)
    {
        while (await from.ReadLineAsync(stop.Token) is { } line and not ".")
        {
            if (line.StartsWith("Message-Id: ", StringComparison.OrdinalIgnoreCase))
            {
                Received.Add(line["Message-Id: ".Length..]);
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            Connections++;
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            try
            {
                await script(this, reader, writer);
            }
            catch (IOException)
            {
                // The other side has hung up.
            }
        }
    }
}

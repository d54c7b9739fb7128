using System.Net;
using System.Net.Sockets;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>What the person who starts the program can put right is one sentence on standard error, and nowhere a stack.</summary>
public sealed class UserErrorTests
{
    [Fact]
    public async Task SaysThatItsHttpPortIsTaken()
    {
        using var data = TestData.New();
        using var listener = Take(data.Port);

        var ended = await RunAsync(data.Arguments);

        Assert.Equal((1, $"Port {data.Port} is taken. Stop the program there, or choose another port with --port.\n"), (ended.ExitCode, ended.Errors));
        Assert.DoesNotContain(ended.Output, l => l.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "Azurite")]
    [InlineData(4, "The local Service Bus")]
    public async Task SaysWhoNeedsAPortThatIsTaken(int offset, string who)
    {
        using var data = TestData.New();
        using var listener = Take(data.Port + offset);

        var ended = await RunAsync(data.Arguments);

        Assert.Equal(
            (1, $"Port {data.Port + offset} is taken, which {who} needs. Stop the program there, or choose other ports with --port.\n"), (ended.ExitCode, ended.Errors));
    }

    [Fact]
    public async Task SaysWhatATimeLooksLike()
    {
        var ended = await RunAsync("--once", "--now", "hôm qua");

        Assert.Equal((1, "--now is 'hôm qua'; expected a moment like 2023-07-26T08:00:00+07:00, or 'system'.\n"), (ended.ExitCode, ended.Errors));
        Assert.Empty(ended.Output);
    }

    [Theory]
    [InlineData("--sample", "Unrecognized command or argument '--sample'.")]
    [InlineData("--port=http", "Cannot parse argument 'http' for option '--port' as expected type 'System.Int32'.")]
    public async Task SaysWhichOptionItDoesNotUnderstand(string option, string sentence)
    {
        using var data = TestData.New();

        var ended = await RunAsync("--data", data.Folder, "--once", option);

        Assert.Equal((1, sentence), (ended.ExitCode, ended.Errors.Trim()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Folder));
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("65533")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task SaysThatAPortIsNone(string port)
    {
        var data = Directory.CreateTempSubdirectory("dtpipeline-host-");

        var ended = await RunAsync("--once", "--data", data.FullName, "--port", port);

        data.Delete(recursive: true);
        Assert.Equal((1, $"--port is {port}; expected a port from 1 to 65531: the four ports after it are used too.\n"), (ended.ExitCode, ended.Errors));
    }

    private static TcpListener Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private static async Task<Ended> RunAsync(params IEnumerable<string> arguments)
    {
        await using var host = LocalHostProcess.Start(arguments);
        return await host.EndAsync();
    }
}

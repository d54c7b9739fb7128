using System.CommandLine;
using System.Globalization;
using System.Net;
using DtPipeline.LocalHost;
using DtPipeline.LocalHost.Running;
using DtPipeline.LocalHost.Services;

var samples = new Option<bool>("--samples") { Description = "Drop the sample reports, each on its own day, as far as --now has come." };
var once = new Option<bool>("--once") { Description = "Stop when everything has settled, and show what there is." };
var now = new Option<string?>("--now") { Description = "Set the clock, for example 2023-07-26T08:00:00+07:00, or 'system' for the machine's time. Kept with the data." };
var data = new Option<string>("--data") { Description = "Where the data lives.", DefaultValueFactory = _ => ".local" };
var port = new Option<int>("--port") { Description = "HTTP port. Another one than 7071 takes the four ports after it too, for a second instance.", DefaultValueFactory = _ => Ports.DefaultHttp };
var storage = new Option<string?>("--storage") { Description = "Connection string of a running storage service, instead of starting Azurite." };
var serviceBus = new Option<string?>("--service-bus") { Description = "Connection string of a running Service Bus, instead of starting the local one." };
var verbose = new Option<bool>("--verbose") { Description = "Show what the functions log." };
var trace = new Option<bool>("--trace") { Description = "Show every finished trace: what was done for a file from upload to delivered alert, and how long it took." };

var command = new RootCommand("Runs the functions of DtPipeline on one machine.") { samples, once, now, data, port, storage, serviceBus, verbose, trace };
command.SetAction(async (arguments, cancellationToken) =>
{
    try
    {
        var options = new LocalHostOptions(
            arguments.GetValue(samples),
            new RunMode(arguments.GetValue(once), arguments.GetValue(verbose)),
            ParseNow(arguments.GetValue(now)),
            Path.GetFullPath(arguments.GetValue(data)!),
            ParsePort(arguments.GetValue(port)),
            arguments.GetValue(storage),
            arguments.GetValue(serviceBus))
        {
            Trace = arguments.GetValue(trace),
        };
        await LocalRun.RunAsync(options, cancellationToken);
        return 0;
    }
    catch (LocalHostException e)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        return 0;
    }
});

// Azurite writes its data when it is stopped; Ctrl+C waits for that.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });

static Ports ParsePort(int port) => Ports.Beside(port) is { } ports && port > 0 && ports.Last <= IPEndPoint.MaxPort
    ? ports
    : throw new LocalHostException($"--port is {port}; expected a port from 1 to {IPEndPoint.MaxPort - 4}: the four ports after it are used too.");

static ClockSetting ParseNow(string? text) => text switch
{
    null => new ClockSetting(false, null),
    "system" => new ClockSetting(true, null),
    _ when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => new ClockSetting(true, moment),
    _ => throw new LocalHostException($"--now is '{text}'; expected a moment like 2023-07-26T08:00:00+07:00, or 'system'."),
};

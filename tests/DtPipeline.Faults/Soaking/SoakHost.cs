using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.LocalHost.Running;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>
/// The process of one host: it runs the functions of the app when it is told to, by a line of its standard input, and answers by a line each. The app's assemblies are those that lie
/// beside this program, which may be of another version than it.
/// </summary>
internal sealed class SoakHost : IDisposable
{
    /// <summary>The command that this program is started by as a host.</summary>
    public const string Command = "soak-host";

    /// <summary>Answers that all went well.</summary>
    public const string Well = "ok";

    private readonly ServiceProvider services;
    private readonly LeapingClock clock = new();
    private readonly FunctionApp app;
    private readonly SubscriptionPump pump;
    private readonly Failures failures = new();
    private readonly HttpCalls calls;
    private readonly Process process = Process.GetCurrentProcess();
    private long lastCall = long.MaxValue;

    private SoakHost()
    {
        calls = new HttpCalls(DieAt);
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddDtPipeline(configuration).BuildServiceProvider();
        app = new FunctionApp(services, typeof(Functions.Reports).Assembly);
        var (function, trigger) = app.TriggeredBy<ServiceBusTriggerAttribute>().Single();
        pump = new SubscriptionPump(app, function, trigger, services.GetRequiredService<ServiceBusClient>(), failures, NullLogger.Instance);
    }

    /// <summary>Until its standard input ends and all that was begun is done.</summary>
    public static async Task RunAsync()
    {
        using var host = new SoakHost();
        var running = new ConcurrentDictionary<string, Task>(StringComparer.Ordinal);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (id, order) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            running[id] = Task.Run(() => host.AnswerAsync(id, order));
        }

        await Task.WhenAll(running.Values);
        await host.services.DisposeAsync();
    }

    public void Dispose()
    {
        services.Dispose();
        calls.Dispose();
        process.Dispose();
    }

    private async Task AnswerAsync(string id, string order)
    {
        var said = Well;
#pragma warning disable CA1031 // Whatever a function throws is told, as the Functions host does.
        try
        {
            await ObeyAsync(order.Split(' ', 2));
        }
        catch (Exception e)
        {
            said = $"{e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ");
        }
#pragma warning restore CA1031

        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id} {calls.Count} {process.PeakWorkingSet64} {said}"));
    }

    private Task ObeyAsync(string[] order) => order switch
    {
        ["clock", var ticks] => LeapAsync(TimeSpan.FromTicks(long.Parse(ticks, CultureInfo.InvariantCulture))),
        ["take", var path] => app.CallAsync(
            app.TriggeredBy<BlobTriggerAttribute>().Single().Function, services.GetRequiredService<StorageAccount>().Reports.GetBlobClient(path), CancellationToken.None),
        ["run", var timer] => app.CallAsync(app.Functions.Single(f => f.Name == timer), new TimerInfo(), CancellationToken.None),
        ["deliver"] => DeliverAsync(),
        ["die", var after] => DieAfterAsync(long.Parse(after, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"There is no order {order[0]}."),
    };

    private async Task DeliverAsync()
    {
        await pump.PumpAsync(CancellationToken.None);
        if (failures.Any)
        {
            throw new InvalidOperationException(string.Join(' ', failures.Sentences));
        }
    }

    /// <summary>Looks at the catalogue too, which is due after a leap: so it is no part of what the next file costs.</summary>
    private async Task LeapAsync(TimeSpan shift)
    {
        clock.Shift = shift;
        await services.GetRequiredService<CatalogueStore>().GetAsync(CancellationToken.None);
    }

    private Task DieAfterAsync(long more)
    {
        Interlocked.Exchange(ref lastCall, calls.Count + more);
        return Task.CompletedTask;
    }

    /// <summary>SIGKILL once the storage has done what was asked, before anybody here has heard of it.</summary>
    private void DieAt(long call)
    {
        if (call >= Interlocked.Read(ref lastCall))
        {
            process.Kill();
        }
    }

    /// <summary>The machine's clock, moved. What was measured before a leap was that long ago, so that what holds for a minute does not hold for days.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        /// <summary>It only grows.</summary>
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(Shift.TotalSeconds * TimestampFrequency);
    }
}

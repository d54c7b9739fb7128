using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Latencies;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Benchmarks.Table;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Time;

namespace DtPipeline.Benchmarks.Instances;

/// <param name="Seconds">Of the clock, from the first file delivered to the last one answered.</param>
/// <param name="Hosts">Processor seconds of all workers in that time.</param>
/// <param name="Azurite">Processor seconds of Azurite in that time.</param>
/// <param name="Machine">Processor seconds of everybody on the machine in that time; null where that is not known.</param>
/// <param name="Peak">Working set of the largest worker at its highest, in bytes.</param>
/// <param name="Wrong">What is not there once, in sentences.</param>
internal sealed record FleetResult(double Seconds, double Hosts, double Azurite, double? Machine, long Peak, int Files, int Values, int Messages, IReadOnlyList<string> Wrong);

/// <summary>
/// One fleet on a store of its own. First the files that are measured, each delivered once; then what instances can race for: corrections of the same cells delivered twice and at
/// once, and all timers on all hosts at the same moment, which flag the same obligations, send the same alerts and publish the same periods.
/// </summary>
internal sealed class FleetRun(int files, int indicators)
{
    private const int WarmUp = 16;
    private const int MostCorrected = 40;

    // Two rounds: what the first has flagged is sent by the second.
    private const int Rounds = 2;
    private static readonly string[] Timers =
    [
        nameof(Functions.Reports.SweepReports), nameof(Functions.Reports.FlagOverdue), nameof(Functions.Reports.RollUp), nameof(Functions.Alerts.DispatchAlerts),
    ];

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <param name="kills">Whether one worker is killed amid the files, and one amid the race.</param>
    public async Task<FleetResult> RunAsync(int hosts, bool kills)
    {
        var folder = Directory.CreateTempSubdirectory("dtpipeline-instances-");
        await using var broker = await Topics.StartAsync(Path.Combine(folder.FullName, "entities.json"));
        await using var store = await MemoryStore.OpenAsync(await SharedAzurite.NewAccountAsync(), TimeProvider.System);
        var reported = Period.Containing(Frequency.Quarterly, VietnamTime.DayOf(TimeProvider.System.GetUtcNow())).Previous;
        var warmUp = WarmUp * hosts;
        var sent = new SentReports(files + warmUp, indicators, Math.Min(MostCorrected, files / 2), $"{reported}", $"{reported.Previous}");
        await BigForm.PutAsync(store, sent.Organisations.Count, indicators, owedFrom: sent.Owed);
        await UploadAsync(store, [.. sent.First, sent.Earlier]);
        await using var client = new ServiceBusClient(broker.Connection);
        await using var fleet = await Fleet.StartAsync(hosts, SettingsOf(store, broker, folder));

        await fleet.WarmUpAsync(sent.First.Take(warmUp));
        var (processor, azurite, machine, begun) = (fleet.Processor, (await SharedAzurite.ProcessorTimeAsync()).TotalSeconds, Machine.BusySeconds(), Stopwatch.GetTimestamp());
        await fleet.TakeAsync(sent.First.Skip(warmUp).Select(f => f.Path), kills ? files / 2 : null);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        (processor, azurite, machine) = (fleet.Processor - processor, (await SharedAzurite.ProcessorTimeAsync()).TotalSeconds - azurite, Machine.BusySeconds() - machine);

        await RaceAsync(fleet, store, sent, client, kills);
        var messages = await ReceiveAsync(client);
        var wrong = await new ExactlyOnce(store.Account, sent).JudgeAsync(messages, await broker.CountsAsync(StorageNames.SecretariatSubscription));
        var result = new FleetResult(seconds, processor, azurite, machine, fleet.Peak, sent.All.Count(), sent.Chains.Values.Sum(c => c.Count), messages.Count, wrong);
        await SharedAzurite.EndAsync();
        folder.Delete(recursive: true);
        return result;
    }

    private static async Task RaceAsync(Fleet fleet, MemoryStore store, SentReports sent, ServiceBusClient client, bool kills)
    {
        await UploadAsync(store, [.. sent.Corrections, .. sent.Faulty]);
        await NextSecondAsync(store);
        await UploadAsync(store, sent.LaterCorrections);
        var race = sent.LaterCorrections.Concat(sent.Corrections).Concat(sent.Faulty).Append(sent.Earlier)
            .OrderBy(f => f.Organisation, StringComparer.Ordinal)
            .SelectMany(f => Enumerable.Repeat(f.Path, 2))
            .ToList();
        await fleet.TakeAsync(race, kills ? race.Count / 2 : null);
        for (var round = 0; round < Rounds; round++)
        {
            await fleet.RunTimersAsync(Timers);
            await fleet.DeliverAsync(client);
        }

        await fleet.RunTimersAsync(nameof(Functions.Reports.RollUp));
    }

    private static Dictionary<string, string> SettingsOf(MemoryStore store, TestBroker broker, DirectoryInfo folder) => new()
    {
        ["AzureWebJobsStorage"] = store.Storage,
        [StorageNames.StorageConnection] = store.Storage,
        [StorageNames.ServiceBusConnection] = broker.Connection,
        ["DtPipeline__MailPickup"] = Path.Combine(folder.FullName, "mail"),
        ["DtPipeline__SweepAfter"] = "00:00:00",
    };

    private static async Task UploadAsync(MemoryStore store, IEnumerable<SentReport> reports) => await Parallel.ForEachAsync(reports, async (report, cancellationToken) =>
        await store.Account.Reports.GetBlobClient(report.Path).UploadAsync(BinaryData.FromString(report.Content), cancellationToken));

    /// <summary>Until storage, which counts whole seconds, stamps a later one.</summary>
    private static async Task NextSecondAsync(MemoryStore store)
    {
        var probe = store.Account.Published.GetBlobClient("probe");
        var first = (await probe.UploadAsync(BinaryData.FromString("probe"), overwrite: true)).Value.LastModified;
        while ((await probe.UploadAsync(BinaryData.FromString("probe"), overwrite: true)).Value.LastModified <= first)
        {
        }

        await probe.DeleteAsync();
    }

    private static async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveAsync(ServiceBusClient client)
    {
        await using var receiver = client.CreateReceiver(StorageNames.AlertsTopic, Topics.Listener, new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
        var all = new List<ServiceBusReceivedMessage>();
        while (await receiver.ReceiveMessagesAsync(100, Wait) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        return all;
    }
}

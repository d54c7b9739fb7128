using System.Diagnostics;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Ingesting;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Benchmarks.Table;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Latencies;

/// <summary>From a faulty report's upload to its alert at a client of the published library, one report after the other, beside the bare sum of the calls that lie between.</summary>
internal static class LatencyPart
{
    private const int WarmUp = 10;
    private const int Indicators = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly BinaryData Faulty = BinaryData.FromString("indicator,value\nI-001,nhiều\n");

    public static async Task RunAsync(ResultTable table, Sizes sizes)
    {
        var reports = sizes.Of("alerts", 60);
        var quarter = Quarter.Both[1];
        var folder = Directory.CreateTempSubdirectory("dtpipeline-latency-");
        await using var broker = await Topics.StartAsync(Path.Combine(folder.FullName, "entities.json"));
        await using var store = await OpenAsync();
        await using var bare = await OpenAsync();
        await BigForm.PutAsync(store, WarmUp + reports, Indicators, owedFrom: quarter.Period);
        await using var client = new ServiceBusClient(broker.Connection);
        await using var alerts = client.CreateReceiver(StorageNames.AlertsTopic, Topics.Listener);
        await using var listener = client.CreateReceiver(Topics.Bare, Topics.Listener);
        await using var sender = client.CreateSender(Topics.Bare);
        using (await HostOnTheSide.StartAsync(store.Storage, broker.Connection, quarter.Now, Path.Combine(folder.FullName, "data")))
        {
            var codes = MemoryStore.Codes(WarmUp + reports).ToList();
            await AlertOfAsync(store, alerts, codes[0], quarter);
            var calls = new BareCalls(await BareModel.ReadAsync(store.Account, codes[0], quarter), bare.Account.Reports, bare, atOnce: 1);
            var (whole, sums) = (new List<double>(), new List<double>());
            foreach (var (number, code) in codes.Index().Skip(1))
            {
                var (seconds, body) = await AlertOfAsync(store, alerts, code, quarter);
                var sum = await SumAsync(bare, calls, sender, listener, code, quarter, body);
                if (number >= WarmUp)
                {
                    whole.Add(seconds);
                    sums.Add(sum);
                }
            }

            Write(table, whole, sums);
        }

        await SharedAzurite.EndAsync();
        folder.Delete(recursive: true);
    }

    private static void Write(ResultTable table, List<double> whole, List<double> sums)
    {
        var interval = BlobWatcher.Interval.TotalSeconds;
        var (p50, p95) = (Median.Of(whole), Median.Percentile(whole, 0.95));
        var (sum50, sum95) = (Median.Of(sums), Median.Percentile(sums, 0.95));
        table.Add(Text($"report.faulty from upload to client, p50 of {whole.Count}, beside the bare sum of its calls"), Milliseconds(p50), Milliseconds(sum50), p50 / sum50);
        table.Add(
            Text($"report.faulty from upload to client, p95 of {whole.Count}, beside the bare sum of its calls"),
            Milliseconds(p95),
            Milliseconds(sum95),
            p95 / sum95,
            Text($"at most twice the bare sum and the watcher's {Milliseconds(interval)}: {Milliseconds((2 * sum95) + interval)}"),
            _ => p95 <= (2 * sum95) + interval,
            isInShort: true);
    }

    private static async Task<(double Seconds, BinaryData Body)> AlertOfAsync(MemoryStore store, ServiceBusReceiver alerts, string code, Quarter quarter)
    {
        var watch = Stopwatch.StartNew();
        await store.Account.Reports.GetBlobClient(quarter.PathOf(code, "csv")).UploadAsync(Faulty);
        while (await alerts.ReceiveMessageAsync(Patience) is { } message)
        {
            var seconds = watch.Elapsed.TotalSeconds;
            await alerts.CompleteMessageAsync(message);
            if (message.Subject == "dtpipeline.report.faulty" && (string)message.ApplicationProperties["organisation"] == code)
            {
                return (seconds, message.Body);
            }
        }

        throw new TimeoutException($"No alert came of {code}'s report.");
    }

    /// <summary>Upload, the watcher's listing, the calls of the intake up to the sending, the outbox, the message and its receipt: one after the other, with ready-made bytes.</summary>
    private static async Task<double> SumAsync(MemoryStore bare, BareCalls calls, ServiceBusSender sender, ServiceBusReceiver listener, string code, Quarter quarter, BinaryData body)
    {
        var watch = Stopwatch.StartNew();
        await bare.Account.Reports.GetBlobClient(quarter.PathOf(code, "csv")).UploadAsync(Faulty);
        await bare.Account.Reports.GetBlobsAsync().CountAsync();
        await calls.CommitAsync(code, quarter, CancellationToken.None);
        using var batch = await sender.CreateMessageBatchAsync();
        batch.TryAddMessage(new ServiceBusMessage(body) { MessageId = code });
        await sender.SendMessagesAsync(batch);
        var message = await listener.ReceiveMessageAsync(Patience);
        var seconds = watch.Elapsed.TotalSeconds;
        await listener.CompleteMessageAsync(message);
        return seconds;
    }

    private static async Task<MemoryStore> OpenAsync() => await MemoryStore.OpenAsync(await SharedAzurite.NewAccountAsync(), TimeProvider.System);

    private static string Milliseconds(double seconds) => Text($"{seconds * 1_000:N0} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Instances;

/// <summary>Holds what a fleet has left against what was sent: each file one receipt, each value once in its chain, each obligation its state, each alert one message, and nothing left to do.</summary>
internal sealed partial class ExactlyOnce(StorageAccount account, SentReports sent)
{
    private readonly List<string> wrong = [];

    /// <returns>What is wrong; empty where nothing is.</returns>
    public async Task<IReadOnlyList<string>> JudgeAsync(IReadOnlyList<ServiceBusReceivedMessage> messages, MessageCounts left)
    {
        var ledger = await account.Ledger.ReadAllAsync(string.Empty, CancellationToken.None);
        Compare("value", sent.Chains.Select(c => Value(c.Key.Partition, c.Key.Indicator, c.Value[^1])), Rows(ledger, "obs~").Select(r => Value(r.PartitionKey, r.RowKey["obs~".Length..], r.GetDouble("Value"))));
        Compare(
            "earlier value",
            sent.Chains.SelectMany(c => c.Value.SkipLast(1).Select(v => Value(c.Key.Partition, c.Key.Indicator, v))),
            Rows(ledger, "rev~").Select(r => Value(r.PartitionKey, r.RowKey.Split('~')[1], r.GetDouble("Value"))));
        Compare("file in the ledger", sent.All.Select(f => f.Path), Rows(ledger, "file~").Select(r => r.GetString("Path")));
        await CompareReceiptsAsync(Rows(ledger, "file~"));
        await CompareObligationsAsync();
        CompareMessages(messages);
        Compare("alert in the inbox", messages.Select(KeyOf).Distinct(StringComparer.Ordinal), (await account.Alerts.ReadAllAsync(string.Empty, CancellationToken.None)).Select(r => $"{r.PartitionKey} {r.RowKey}"));
        Compare("left to do", [], (await account.Pending.ReadAllAsync("PartitionKey eq 'pending'", CancellationToken.None)).Select(r => r.RowKey));
        Compare("left to be sent", [], Rows(ledger, "out~").Select(r => r.RowKey));
        Compare("left in the subscription", [], left is { Active: 0, Locked: 0, DeadLettered: 0 } ? [] : [$"{left}"]);
        return wrong;
    }

    private static IEnumerable<TableEntity> Rows(List<TableEntity> ledger, string prefix) => ledger.Where(r => r.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    private static string Value(string partition, string indicator, double? value) => string.Create(CultureInfo.InvariantCulture, $"{partition} {indicator} {value}");

    private static string KeyOf(ServiceBusReceivedMessage message) => $"{message.ApplicationProperties["organisation"]} {DataOf(message)["key"]}";

    private static JsonNode DataOf(ServiceBusReceivedMessage message) => JsonNode.Parse(message.Body)!["data"]!;

    private async Task CompareReceiptsAsync(IEnumerable<TableEntity> files)
    {
        var archived = await account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None).Select(b => b.Name).Where(n => Content().IsMatch(n)).ToListAsync();
        Compare("file in the archive", files.Select(f => f.RowKey["file~".Length..]), archived.Select(n => n.Split('/')[1]));
        var receipts = await account.Receipts.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, CancellationToken.None).ToListAsync();
        Compare(
            "receipt",
            files.SelectMany(f => ReceiptWriter.NamesOf(f.GetString("Path")).Select(n => $"{n} {f.RowKey["file~".Length..]}")),
            receipts.Select(r => $"{r.Name} {r.Metadata[ReceiptWriter.FileIdKey]}"));
    }

    private async Task CompareObligationsAsync()
    {
        var expected = sent.Organisations.Select(o => $"{sent.Reported} {o} late")
            .Concat(sent.Organisations.Select(o => $"{sent.Owed} {o} {(o == sent.Earlier.Organisation ? "late" : "missing")}"));
        var rows = await account.Obligations.ReadAllAsync(string.Empty, CancellationToken.None);
        Compare("obligation", expected, rows
            .Where(r => r.PartitionKey == $"{sent.Reported}~{BigForm.Code}" || r.PartitionKey == $"{sent.Owed}~{BigForm.Code}")
            .Select(r => $"{r.PartitionKey.Split('~')[0]} {r.RowKey} {r.GetString("State")}"));
    }

    /// <summary>Of reports exactly those that follow from what was sent; of whatever else none twice.</summary>
    private void CompareMessages(IReadOnlyList<ServiceBusReceivedMessage> messages)
    {
        Compare("message id", messages.Select(m => m.MessageId).Distinct(StringComparer.Ordinal), messages.Select(m => m.MessageId));
        var told = messages.Select(m => $"{KeyOf(m)} {DataOf(m)["sequence"]}").ToList();
        Compare("transition", told.Distinct(StringComparer.Ordinal), told);
        var ofReports = messages.Select(m => SentReports.AlertOf(m.Subject["dtpipeline.".Length..], (string)m.ApplicationProperties["organisation"], (string)m.ApplicationProperties["period"]));
        var types = sent.Alerts.Select(a => a.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Compare("alert", sent.Alerts, ofReports.Where(a => types.Contains(a.Split(' ')[0]) && (a.EndsWith(sent.Reported, StringComparison.Ordinal) || a.EndsWith(sent.Owed, StringComparison.Ordinal))));
    }

    private void Compare(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (due, there) = (Counted(expected), Counted(actual));
        wrong.AddRange(due.Keys.Union(there.Keys, StringComparer.Ordinal)
            .Where(k => due.GetValueOrDefault(k) != there.GetValueOrDefault(k))
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{what} {k}: {there.GetValueOrDefault(k)} times, expected {due.GetValueOrDefault(k)}")));
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> lines) => lines.CountBy(l => l, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    [GeneratedRegex("^[0-9a-f]{64}/")]
    private static partial Regex Content();
}

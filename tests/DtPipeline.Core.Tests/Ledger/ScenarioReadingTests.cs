using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>
/// The receipts and observations of every case of <c>tests/scenarios</c>, told by the rules alone and so in seconds. What is sent besides is
/// proved where the whole pipeline runs. <c>DTP_ACCEPT=1</c> writes these parts of <c>expected.json</c> anew.
/// </summary>
public sealed class ScenarioReadingTests
{
    private const long MostBytes = 10 * 1_048_576;

    /// <summary>What a form lacks besides is told by the tests of completeness: a case shows how a few rows are read.</summary>
    private const string OfForm = "form.incomplete";

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("DTP_ACCEPT") == "1";
    private static readonly string Root = Repository.Folder("tests", "scenarios");

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public static TheoryData<string> Cases => new(Directory.EnumerateDirectories(Root, "reports", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, Path.GetDirectoryName(f)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryReportIsReadAsExpected(string name)
    {
        var folder = Path.Combine(Root, name);
        var file = Path.Combine(folder, "expected.json");
        var read = Read(folder);
        if (Accepts)
        {
            var before = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject() : [];
            await File.WriteAllTextAsync(file, Text(Merged(before, read)) + "\n");
        }

        var expected = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        Assert.Equal(Text(expected["receipts"]!), Text(read["receipts"]!));
        Assert.Equal(Text(expected["observations"]!), Text(read["observations"]!));
    }

    private static JsonObject Merged(JsonObject before, JsonObject read)
    {
        before["receipts"] = read["receipts"]!.DeepClone();
        before["observations"] = read["observations"]!.DeepClone();
        before.TryAdd("alerts", new JsonArray());
        return before;
    }

    private static string Text(JsonNode node) => node.ToJsonString(Written);

    private static JsonObject Read(string folder)
    {
        var settings = Path.Combine(folder, "scenario.json") is var file && File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
        var now = settings?["now"]?.GetValue<DateTimeOffset>() ?? new DateTimeOffset(2023, 3, 20, 9, 0, 0, TimeSpan.FromHours(7));
        var limit = settings?["settings"]?["DtPipeline:MostReportBytes"]?.GetValue<string>() is { } most ? long.Parse(most, System.Globalization.CultureInfo.InvariantCulture) : MostBytes;
        var catalogue = CatalogueOf(Path.Combine(folder, "catalogue"));
        var reports = Path.Combine(folder, "reports");
        var filings = new List<Filing>();
        var receipts = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var report in Directory.EnumerateFiles(reports, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(reports, f).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(Path.Combine(reports, report));
            filings.Add(FilingReader.Read(Received(report, content, now, limit), catalogue, limit));
            now = now.AddMinutes(1);
        }

        var observations = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var partition in filings.GroupBy(LedgerKey.Of, StringComparer.Ordinal))
        {
            var steps = LedgerReplay.Of(LedgerOrder.Of(partition), LedgerState.Empty.Alerts, catalogue);
            foreach (var step in steps)
            {
                receipts[step.Filing.Path] = ReceiptOf(step);
            }

            if (steps[^1].After is { Observations.Count: > 0 } state)
            {
                observations[partition.Key] = ObservationsOf(state);
            }
        }

        return new JsonObject { ["receipts"] = Of(receipts), ["observations"] = Of(observations) };
    }

    private static ReceivedFile Received(string path, byte[] content, DateTimeOffset now, long limit)
    {
        var sha = content.Length > limit ? string.Empty : Convert.ToHexStringLower(SHA256.HashData(content));
        return new ReceivedFile(path, path, sha, now, content.Length > limit ? (ReadOnlyMemory<byte>?)null : content, content.Length);
    }

    private static ReportingCatalogue CatalogueOf(string folder)
    {
        bool IsOwn(string name) => File.Exists(Path.Combine(folder, name));
        return Directory.Exists(folder)
            ? CatalogueReader.ReadBytes(name => IsOwn(name) ? File.ReadAllBytes(Path.Combine(folder, name)) : DefaultCatalogue.BytesBeside(name, IsOwn)).Catalogue!
            : TheCatalogue.Default;
    }

    private static JsonObject ReceiptOf(LedgerStep step)
    {
        var receipt = Receipt.Of(step, step.Filing.UploadedAt);
        var shown = new JsonObject { ["status"] = receipt.Status };
        if (receipt.DuplicateOf is { } original)
        {
            shown["duplicateOf"] = original;
        }

        if (receipt.Status == "evidence")
        {
            shown["message"] = JsonSerializer.SerializeToNode(receipt.Message, Written);
        }

        foreach (var (name, said) in new (string, object?)[] { ("document", receipt.Status == "evidence" || receipt.Evidence is not null ? receipt.Document : null), ("evidence", Paths(receipt.Evidence)), ("evidenceOf", Paths(receipt.EvidenceOf)) })
        {
            if (said is not null)
            {
                shown[name] = JsonSerializer.SerializeToNode(said, Written);
            }
        }

        shown["counts"] = JsonSerializer.SerializeToNode(receipt.Counts, Written);
        shown["faults"] = JsonSerializer.SerializeToNode(receipt.Faults.Where(f => f.Code != OfForm), Written);
        return shown;
    }

    private static Dictionary<string, string>? Paths(IReadOnlyList<PaperLink>? links) => links?.ToDictionary(l => l.Path, l => l.By, StringComparer.Ordinal);

    private static JsonObject ObservationsOf(LedgerState state) => Of(state.Observations.OrderBy(o => o.Key, StringComparer.Ordinal)
        .Select(o => KeyValuePair.Create(o.Key, (JsonNode)new JsonObject { ["value"] = o.Value.Value, ["status"] = o.Value.Status })));

    private static JsonObject Of(IEnumerable<KeyValuePair<string, JsonNode>> nodes) => new(nodes.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value)));
}

using System.Globalization;
using DtPipeline.Benchmarks.Stores;

namespace DtPipeline.Benchmarks.Instances;

/// <param name="Path">Without the container.</param>
internal sealed record SentReport(string Path, string Organisation, string Period, string Content);

/// <summary>What is sent to a fleet, and what it must make of it, known from what was sent alone.</summary>
internal sealed class SentReports
{
    private const int Seed = 20240620;

    // Above all that a first report says of a count.
    private const int FirstCorrection = 10_000;
    private const int SecondCorrection = 20_000;

    private readonly Dictionary<(string Partition, string Indicator), List<double>> chains = [];

    /// <param name="reported">A period whose due day is past, of which everybody reports.</param>
    /// <param name="owed">One before it, of which the first organisation alone reports.</param>
    public SentReports(int organisations, int indicators, int corrected, string reported, string owed)
    {
        (Reported, Owed) = (reported, owed);
        Organisations = [.. MemoryStore.Codes(organisations)];
        var random = new Random(Seed);
        First = [.. Organisations.Select(o => Report(o, reported, "bao-cao", BigForm.TextOf(random, indicators)))];
        Corrections = [.. Organisations.Take(corrected).Index().Select(o => Report(o.Item, reported, "sua-1", Text(("I-001", FirstCorrection + o.Index))))];
        LaterCorrections = [.. Organisations.Take(corrected).Index().Select(o =>
            Report(o.Item, reported, "sua-2", Text(("I-001", SecondCorrection + o.Index), ("I-004", SecondCorrection + o.Index))))];
        Faulty = [.. Organisations.Skip(corrected).Take(corrected).Select(o => Keep(o, reported, "sai", "indicator,value\nI-001,nhiều\n"))];
        Earlier = Report(Organisations[0], owed, "bao-cao", BigForm.TextOf(random, indicators));
    }

    public string Reported { get; }

    public string Owed { get; }

    public IReadOnlyList<string> Organisations { get; }

    public IReadOnlyList<SentReport> First { get; }

    public IReadOnlyList<SentReport> Corrections { get; }

    /// <summary>Uploaded in a later second than the corrections before them, of the same values and one more.</summary>
    public IReadOnlyList<SentReport> LaterCorrections { get; }

    public IReadOnlyList<SentReport> Faulty { get; }

    public SentReport Earlier { get; }

    public IEnumerable<SentReport> All => [.. First, .. Corrections, .. LaterCorrections, .. Faulty, Earlier];

    /// <summary>Of each ledger partition and indicator the values one after the other, the last one current.</summary>
    public IReadOnlyDictionary<(string Partition, string Indicator), List<double>> Chains => chains;

    /// <summary>What is to be told of reports, each once.</summary>
    public IEnumerable<string> Alerts =>
    [
        .. Organisations.Select(o => AlertOf("report.late", o, Reported)),
        AlertOf("report.late", Organisations[0], Owed),
        .. Organisations.Skip(1).Select(o => AlertOf("report.overdue", o, Owed)),
        .. Corrections.Concat(LaterCorrections).Select(c => AlertOf("report.revised", c.Organisation, Reported)),
        .. Faulty.Select(f => AlertOf("report.faulty", f.Organisation, Reported)),
    ];

    public static string AlertOf(string type, string organisation, string period) => $"{type} {organisation} {period}";

    private SentReport Report(string organisation, string period, string name, string content)
    {
        foreach (var line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var cells = line.Split(',');
            var key = ($"{period}~{organisation}", cells[0]);
            if (!chains.TryGetValue(key, out var chain))
            {
                chains[key] = chain = [];
            }

            chain.Add(double.Parse(cells[1], CultureInfo.InvariantCulture));
        }

        return Keep(organisation, period, name, content);
    }

    private static SentReport Keep(string organisation, string period, string name, string content) => new($"{organisation}/{period}/{name}.csv", organisation, period, content);

    private static string Text(params (string Indicator, int Value)[] rows) =>
        string.Join('\n', ["indicator,value", .. rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Indicator},{r.Value}")), string.Empty]);
}

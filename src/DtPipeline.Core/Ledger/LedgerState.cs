namespace DtPipeline.Ledger;

/// <summary>The file that was uploaded last for a partition, in the order of <see cref="LedgerOrder"/>.</summary>
/// <param name="OriginalId">The file whose bytes these are the repetition of; its own id where they are new.</param>
public sealed record FileMark(string FileId, DateTimeOffset UploadedAt, string Sha256, string OriginalId);

/// <summary>What the ledger knows of one organisation's period: what the next file is compared with.</summary>
/// <param name="Received">By form: upload of the first file of any quality that spoke of it; under <see cref="OfWhichever"/> of the first that did not let know of what it spoke.</param>
/// <param name="FirstAccepted">By form: upload of the first file that stored something of it. A form of which everything is taken back is in neither.</param>
/// <param name="OpenFaulty">The latest file whose faults nobody has answered with a better one.</param>
/// <param name="Alerts">Alerts that follow from time or from other periods, by key.</param>
public sealed record LedgerState(
    FileMark? Last,
    IReadOnlyDictionary<string, DateTimeOffset> Received,
    IReadOnlyDictionary<string, DateTimeOffset> FirstAccepted,
    string? OpenFaulty,
    IReadOnlyDictionary<string, AlertMark> Alerts,
    IReadOnlyDictionary<string, Observation> Observations)
{
    /// <summary>Stands where a form would, for files of which nobody can tell what they speak of.</summary>
    public const string OfWhichever = "*";

    /// <summary>Forms of which a signed paper is there; null where the partition has no paper at all.</summary>
    public IReadOnlyList<string>? Evidence { get; init; }

    /// <summary>By hash the papers so far. Known only while files are replayed, as all files of a partition with papers are.</summary>
    public IReadOnlyDictionary<string, string> Papers { get; init; } = new Dictionary<string, string>();

    public FilingFacts Facts => new(
        Received,
        FirstAccepted,
        Observations.Values.Where(o => o.IsAnswer).ToDictionary(o => o.Indicator, o => o.Status, StringComparer.Ordinal))
    {
        Evidence = Evidence ?? [],
    };

    public static readonly LedgerState Empty = new(
        null,
        new Dictionary<string, DateTimeOffset>(),
        new Dictionary<string, DateTimeOffset>(),
        null,
        new Dictionary<string, AlertMark>(),
        new Dictionary<string, Observation>());
}

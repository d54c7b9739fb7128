using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <param name="Was">As it is stored; null where no value is.</param>
/// <param name="Becomes">As the files of the archive are read now; null where none gives a value.</param>
public sealed record RebuiltFigure(string Partition, string Indicator, Observation? Was, Observation? Becomes)
{
    public override string ToString() => $"{Partition} {Indicator}: {Say(Was)} becomes {Say(Becomes)}";

    /// <param name="at">When the files were read again.</param>
    internal FigureCorrection AsCorrection(DateTimeOffset at, string catalogue)
    {
        var parts = Partition.Split('~');
        return new FigureCorrection(parts[1], parts[0], Indicator, Was?.Value, Was?.Status, Becomes?.Value, Becomes?.Status, (Becomes ?? Was)!.FileId, at, catalogue);
    }

    private static string Say(Observation? figure) => figure switch
    {
        null => "no value",
        { Value: null, Status: var status } => $"no value ({status})",
        { Value: { } value, Status: var status } => string.Create(CultureInfo.InvariantCulture, $"{value} ({status}, file {figure.FileId})"),
    };
}

/// <summary>The figures that a rebuild would change: files are read as a rebuild reads them, and nothing is written.</summary>
public sealed class RebuildDiff(ArchivedFiles archived, LedgerStore ledger)
{
    private static readonly IReadOnlyDictionary<string, AlertMark> NoMarks = new Dictionary<string, AlertMark>();

    /// <returns>In the order of partitions and indicators.</returns>
    public async Task<IReadOnlyList<RebuiltFigure>> RunAsync(ReportingCatalogue catalogue, IProgress<WorkProgress>? shown, CancellationToken cancellationToken)
    {
        var files = await archived.ListAsync(catalogue, cancellationToken);
        var partitions = files.ByPartition.Keys.Order(StringComparer.Ordinal).ToList();
        var changes = new List<RebuiltFigure>();
        foreach (var (at, partition) in partitions.Index())
        {
            shown?.Report(new WorkProgress("Partitions", at, partitions.Count));
            var steps = LedgerReplay.Of(LedgerOrder.Of(await archived.ReadAsync(files, partition, catalogue, cancellationToken)), NoMarks, catalogue);
            var stored = (await ledger.ReadAsync(partition, cancellationToken)).State.Observations;
            changes.AddRange(Changes(partition, stored, steps[^1].After.Observations, catalogue));
        }

        shown?.Report(new WorkProgress("Partitions", partitions.Count, partitions.Count));
        return changes;
    }

    /// <summary>Values of indicators that the catalogue has lost stay as they are.</summary>
    internal static IEnumerable<RebuiltFigure> Changes(
        string partition, IReadOnlyDictionary<string, Observation> stored, IReadOnlyDictionary<string, Observation> rebuilt, ReportingCatalogue catalogue) =>
        stored.Keys.Union(rebuilt.Keys, StringComparer.Ordinal)
            .Where(i => catalogue.FindIndicator(i) is not null)
            .Order(StringComparer.Ordinal)
            .Select(i => new RebuiltFigure(partition, i, stored.GetValueOrDefault(i), rebuilt.GetValueOrDefault(i)))
            .Where(c => c.Was?.Value != c.Becomes?.Value || c.Was?.Status != c.Becomes?.Status || c.Was?.FileId != c.Becomes?.FileId);
}

using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// The ledgers of a period as they were known at a past moment, folded from the rows of the files uploaded by then: one query over the period's
/// partitions. These rows say all that a replay needs, whichever version has written them.
/// </summary>
public sealed class AsOfReader(LedgerStore ledger, CatalogueStore catalogues)
{
    /// <exception cref="InvalidOperationException">A file's row cannot be read: no figure is made of the others alone.</exception>
    public async Task<PeriodLedgers> ReadAsync(Period period, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        await ReadAsync(period, await ledger.ReadFileRowsAsync(period, asOf, cancellationToken), asOf, cancellationToken);

    /// <param name="rows">Of the files uploaded for the period by then.</param>
    /// <inheritdoc cref="ReadAsync(Period, DateTimeOffset, CancellationToken)"/>
    public async Task<PeriodLedgers> ReadAsync(Period period, IEnumerable<TableEntity> rows, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        return LedgersOf(period, FilingsOf(rows, catalogue), asOf, catalogue);
    }

    /// <summary>What the later moment says otherwise than the earlier one: by organisation, then by indicator.</summary>
    /// <inheritdoc cref="ReadAsync(Period, DateTimeOffset, CancellationToken)"/>
    public async Task<IReadOnlyList<ValueRevision>> CompareAsync(Period period, DateTimeOffset earlier, DateTimeOffset later, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var filings = FilingsOf(await ledger.ReadFileRowsAsync(period, later, cancellationToken), catalogue);
        var (before, after) = (LedgersOf(period, filings, earlier, catalogue), LedgersOf(period, filings, later, catalogue));
        return
        [
            .. filings.OrderBy(f => f.Key.Code, StringComparer.Ordinal).SelectMany(f => ValueRevision.Between(
                new Owner(f.Key, period),
                before.ByOrganisation.GetValueOrDefault(f.Key.Code),
                after.ByOrganisation[f.Key.Code],
                f.Value.ToDictionary(x => x.FileId, x => x.Path, StringComparer.Ordinal),
                catalogue)),
        ];
    }

    private static PeriodLedgers LedgersOf(Period period, Dictionary<Organisation, List<Filing>> filings, DateTimeOffset asOf, ReportingCatalogue catalogue)
    {
        var ledgers = new Dictionary<string, LedgerState>(StringComparer.Ordinal);
        foreach (var (organisation, files) in filings)
        {
            if (LedgerAsOf.Of(files, asOf, catalogue) is { } state)
            {
                ledgers[organisation.Code] = state;
            }
        }

        return new PeriodLedgers(period, ledgers);
    }

    /// <summary>Nothing is published of organisations that the catalogue has lost.</summary>
    private static Dictionary<Organisation, List<Filing>> FilingsOf(IEnumerable<TableEntity> rows, ReportingCatalogue catalogue)
    {
        var filings = new Dictionary<Organisation, List<Filing>>();
        foreach (var row in rows)
        {
            if (LedgerKey.OwnerOf(row.PartitionKey, catalogue) is { } owner)
            {
                filings.TryAdd(owner.Organisation, []);
                filings[owner.Organisation].Add(FileRows.FilingOf(row, owner, catalogue));
            }
        }

        return filings;
    }
}

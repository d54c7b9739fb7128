using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// All partitions of a period as one key range, by organisation code: by their heads, and by all rows where a head does not hold the values, as after an older app or
/// of thousands of values. Of a whole country these are hundreds of thousands: they share what they have in common, and where in its file each stands, which is in no
/// figure, is left out.
/// </summary>
public sealed class LedgerPeriods(StorageAccount account)
{
    // Of fewer each is asked for by itself; of more all rows come as a range.
    private const int Few = 12;

    /// <summary>Of heads, what figures take.</summary>
    private static readonly IReadOnlyList<string> HeadColumns = ["PartitionKey", "RowKey", LedgerRows.Applying, .. HeadObservations.Columns];

    /// <exception cref="InvalidOperationException">A partition cannot be read: no figure is made of the others alone.</exception>
    public Task<IReadOnlyDictionary<string, LedgerSnapshot>> ReadAsync(Period period, CancellationToken cancellationToken) => ReadAsync(
        period,
        new Reading<LedgerSnapshot>(
            null,
            null,
            row => LedgerRows.ObservationOf(row, SharedValues.Nowhere),
            (values, rows, observations) => LedgerStore.SnapshotOf(rows, observations.Select(values.Read))),
        cancellationToken);

    /// <summary>
    /// What another period is compared with: values with their status and unit. Neither the files that gave them are known then nor what was filed when, and partitions
    /// that are only partly written are left out.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(Period, CancellationToken)"/>
    public Task<IReadOnlyDictionary<string, LedgerState>> ReadFiguresAsync(Period period, CancellationToken cancellationToken) => ReadAsync(
        period,
        new Reading<LedgerState>(
            HeadColumns,
            LedgerRows.FigureColumns,
            row => LedgerRows.FigureOf(row, SharedValues.Nowhere),
            (values, rows, observations) => LedgerRows.IsApplying(rows) ? null : LedgerRows.FiguresOf(observations.Select(values.ReadFigure))),
        cancellationToken);

    private async Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(Period period, Reading<T> reading, CancellationToken cancellationToken)
        where T : class
    {
        var values = new SharedValues();
        var without = new HashSet<string>(StringComparer.Ordinal);
        T? OfHead(string name, IReadOnlyList<TableEntity> rows)
        {
            if (HeadObservations.In(rows) is { } held)
            {
                return reading.Make(values, rows, held);
            }

            without.Add(name);
            return null;
        }

        T? OfRows(string name, IReadOnlyList<TableEntity> rows) =>
            without.Contains(name) ? reading.Make(values, rows, rows.Where(LedgerRows.IsObservation).Select(reading.ObservationOf)) : null;

        var found = await QueryAsync(period, LedgerRange.HeadsAndClosedOf(period.ToString()), reading.HeadColumns, OfHead, cancellationToken);
        string[] filters = without.Count > Few ? [LedgerRange.StatesOf(period.ToString())] : [.. without.Select(name => LedgerRange.StateOf(LedgerKey.Of(period, name)))];
        foreach (var filter in filters)
        {
            var read = await QueryAsync(period, filter, reading.RowColumns, OfRows, cancellationToken);
            foreach (var name in without.Where(read.ContainsKey))
            {
                found[name] = read[name];
            }
        }

        return found.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);
    }

    private Task<Dictionary<string, T?>> QueryAsync<T>(
        Period period, string filter, IEnumerable<string>? columns, Func<string, IReadOnlyList<TableEntity>, T?> read, CancellationToken cancellationToken)
        where T : class => LedgerRange.ReadAsync(
            account.Ledger, filter, columns, (name, rows) => name.StartsWith('@') ? null : ReadStrictly(LedgerKey.Of(period, name), () => read(name, rows)), cancellationToken);

    private static T? ReadStrictly<T>(string partition, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The ledger partition {partition} cannot be read.", e);
        }
    }

    /// <param name="HeadColumns">Null for all that a row has, as <paramref name="RowColumns"/>.</param>
    /// <param name="ObservationOf">Of a row, where the head does not hold the values.</param>
    /// <param name="Make">Makes a partition of its head, what is closed beside it, and its values; null to leave it out.</param>
    private sealed record Reading<T>(
        IEnumerable<string>? HeadColumns,
        IEnumerable<string>? RowColumns,
        Func<TableEntity, Observation> ObservationOf,
        Func<SharedValues, IReadOnlyList<TableEntity>, IEnumerable<Observation>, T?> Make)
        where T : class;
}

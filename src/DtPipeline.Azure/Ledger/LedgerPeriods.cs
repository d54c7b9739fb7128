using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// All partitions of a period as one key range, by organisation code. Of a whole country these are hundreds of thousands of values: they share what they have in
/// common, and where in its file each stands, which is in no figure, is left out.
/// </summary>
public sealed class LedgerPeriods(StorageAccount account)
{
    /// <param name="cuts">Codes in ordinal order at which the range is cut into some that are read at once; none to read it as one.</param>
    /// <exception cref="InvalidOperationException">A partition cannot be read: no figure is made of the others alone.</exception>
    public Task<IReadOnlyDictionary<string, LedgerSnapshot>> ReadAsync(Period period, IReadOnlyList<string> cuts, CancellationToken cancellationToken) =>
        ReadAsync(period, cuts, null, (values, rows) => LedgerStore.SnapshotOf(rows, values.Read), cancellationToken);

    /// <summary>
    /// What another period is compared with: values with their status and unit. Neither the files that gave them are known then nor what was filed when, and partitions
    /// that are only partly written are left out.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(Period, IReadOnlyList{string}, CancellationToken)"/>
    public Task<IReadOnlyDictionary<string, LedgerState>> ReadFiguresAsync(Period period, IReadOnlyList<string> cuts, CancellationToken cancellationToken) =>
        ReadAsync(period, cuts, LedgerRows.FigureColumns, (values, rows) => LedgerRows.IsApplying(rows) ? null : LedgerRows.FiguresOf(rows, values), cancellationToken);

    private async Task<IReadOnlyDictionary<string, T>> ReadAsync<T>(
        Period period, IReadOnlyList<string> cuts, IEnumerable<string>? columns, Func<SharedValues, IReadOnlyList<TableEntity>, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var (from, to) = LedgerKey.EndsOf(period.ToString());
        string[] ends = [from, .. cuts.Select(code => from + code), to];
        var parts = await Task.WhenAll(ends.Zip(ends.Skip(1)).Select(part =>
        {
            var values = new SharedValues();
            return LedgerRange.ReadAsync(account.Ledger, part, columns, (name, rows) => name.StartsWith('@') ? null : ReadStrictly(LedgerKey.Of(period, name), rows, r => read(values, r)), cancellationToken);
        }));
        return parts.SelectMany(p => p).Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);
    }

    private static T? ReadStrictly<T>(string partition, IReadOnlyList<TableEntity> rows, Func<IReadOnlyList<TableEntity>, T?> read)
        where T : class
    {
        try
        {
            return read(rows);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The ledger partition {partition} cannot be read.", e);
        }
    }
}

using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// What the <c>obs~</c> rows of a partition say, once more in its head, so that a period of a whole country is read by one row of each partition. It is worked out of the
/// rows themselves and written with them in one transaction. Where it is not there the rows are read: so an older app, which replaces a head by one without it,
/// leaves nothing behind that is no longer so. The places in files, which are in no figure, are left out.
/// </summary>
internal static class HeadObservations
{
    /// <summary>The property of a head.</summary>
    public const string Property = "Observations";

    // Some two thousand values of a few files: less than a tenth of what a row takes. A head is written with every change of its partition.
    private const int MostCharacters = 2 * LongText.Most;

    /// <summary>The properties over which it is spread at most.</summary>
    public static readonly IReadOnlyList<string> Columns = LongText.NamesOf(Property, MostCharacters);

    /// <param name="before">What stands in the rows.</param>
    /// <param name="changes">Of rows of any kind.</param>
    /// <returns>Null where it would be too long.</returns>
    public static string? After(IReadOnlyDictionary<string, Observation> before, IReadOnlyList<TableTransactionAction> changes)
    {
        var after = new Dictionary<string, Observation>(before, StringComparer.Ordinal);
        foreach (var change in changes.Where(c => LedgerRows.IsObservation((TableEntity)c.Entity)))
        {
            var row = (TableEntity)change.Entity;
            if (change.ActionType == TableTransactionActionType.Delete)
            {
                after.Remove(LedgerRows.IndicatorOf(row)!);
            }
            else
            {
                after[LedgerRows.IndicatorOf(row)!] = LedgerRows.ObservationOf(row, SharedValues.Nowhere);
            }
        }

        return Of(after.Values);
    }

    /// <returns>Null where it would be too long.</returns>
    public static string? Of(IEnumerable<Observation> observations)
    {
        var alike = observations
            .OrderBy(o => o.Indicator, StringComparer.Ordinal)
            .GroupBy(o => (o.FileId, o.UploadedAt.UtcTicks, o.Status, o.Unit, o.Numerator, o.Denominator, o.Note))
            .Select(g => g.ToList())
            .Select(g => new Alike(
                g[0].FileId, g[0].UploadedAt.ToUniversalTime(), g[0].Status, g[0].Unit, g[0].Numerator, g[0].Denominator, g[0].Note, [.. g.Select(o => o.Indicator)], [.. g.Select(o => o.Value)]));
        return JsonSerializer.Serialize(alike, Json.Options) is { Length: <= MostCharacters } text ? text : null;
    }

    /// <param name="rows">A partition's head, and what is closed beside it.</param>
    /// <returns>In the order of indicators; null where the head does not hold them, or the partition is only partly written.</returns>
    public static IReadOnlyList<Observation>? In(IReadOnlyList<TableEntity> rows) => LedgerRows.IsApplying(rows) || rows.FirstOrDefault(r => r.RowKey == LedgerRows.Head)?.GetLong(Property) is not { } text
        ? null
        :
        [
            .. JsonSerializer.Deserialize<List<Alike>>(text, Json.Options)!
                .SelectMany(a => a.Indicators.Zip(a.Values, (indicator, value) =>
                    new Observation(indicator, value, a.Status, a.Numerator, a.Denominator, a.Note, a.File, a.UploadedAt, SharedValues.Nowhere) { Unit = a.Unit }))
                .OrderBy(o => o.Indicator, StringComparer.Ordinal),
        ];

    /// <summary>Values that differ in nothing else: sixty of one file mostly have a few units.</summary>
    private sealed record Alike(
        string File,
        DateTimeOffset UploadedAt,
        string Status,
        string? Unit,
        double? Numerator,
        double? Denominator,
        string? Note,
        IReadOnlyList<string> Indicators,
        IReadOnlyList<double?> Values);
}

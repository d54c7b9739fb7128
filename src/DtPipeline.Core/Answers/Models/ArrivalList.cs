using DtPipeline.Answers.Receipts;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Models;

/// <summary>The files that came last: the content of <c>published/arrivals.json</c>.</summary>
/// <param name="Files">The newest first.</param>
public sealed record ArrivalList(IReadOnlyList<Arrival> Files)
{
    /// <summary>Files at most.</summary>
    public const int Most = 200;

    /// <summary>The same, with files that have come, or were answered anew.</summary>
    public ArrivalList With(IReadOnlyCollection<Arrival> come)
    {
        var ids = come.Select(a => a.FileId).ToHashSet(StringComparer.Ordinal);
        return new ArrivalList(
        [
            .. Files
                .Where(f => !ids.Contains(f.FileId))
                .Concat(come)
                .OrderByDescending(f => f.UploadedAt)
                .ThenBy(f => f.FileId, StringComparer.Ordinal)
                .Take(Most),
        ]);
    }
}

/// <param name="Path">Without the container; its receipt lies under the same name.</param>
/// <param name="Status"><c>accepted</c>, <c>accepted_with_faults</c>, <c>rejected</c>, <c>duplicate</c> or <c>evidence</c>.</param>
/// <param name="Errors">How many of its faults cost something, whether or not its receipt has room for them.</param>
/// <param name="Warnings">How many are to be looked at, of those that its receipt lists.</param>
public sealed record Arrival(string FileId, string Path, DateTimeOffset UploadedAt, string Status, FilingCounts Counts, int Errors, int Warnings)
{
    /// <summary>Null where the path names none.</summary>
    public string? Organisation { get; init; }

    /// <summary>Null where the path names none.</summary>
    public string? Period { get; init; }

    public static Arrival Of(Receipt receipt) => new(
        receipt.FileId,
        receipt.Path,
        receipt.UploadedAt,
        receipt.Status,
        receipt.Counts,
        receipt.Faults.Count(f => f.Severity == ReceiptFault.NameOf(Severity.Error)) + (receipt.UnlistedErrors ?? 0),
        receipt.Faults.Count(f => f.Severity == ReceiptFault.NameOf(Severity.Warning)))
    {
        Organisation = receipt.Organisation,
        Period = receipt.Period,
    };
}

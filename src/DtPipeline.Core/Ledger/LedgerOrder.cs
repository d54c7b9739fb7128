namespace DtPipeline.Ledger;

/// <summary>
/// The order of a partition's files, which does not depend on the order in which they are processed: by upload time; of two versions of one
/// path uploaded at the same moment the one that was found standing there is the younger; otherwise the one with the larger id.
/// </summary>
public static class LedgerOrder
{
    public static IReadOnlyList<Filing> Of(IEnumerable<Filing> filings) =>
    [
        .. filings
            .OrderBy(f => f.UploadedAt)
            .ThenBy(f => f.IsSuperseded ? 0 : 1)
            .ThenBy(f => f.FileId, StringComparer.Ordinal),
    ];

    /// <summary>Another version of the path at the same moment.</summary>
    public static bool IsVersionTie(Filing one, Filing other) =>
        one.FileId != other.FileId && one.UploadedAt == other.UploadedAt && one.Path == other.Path;

    /// <summary>
    /// A file at another path and of the same moment that disagrees in a cell: the nearest before it in the order, else the nearest behind.
    /// </summary>
    /// <param name="ordered">As <see cref="Of"/> gives them.</param>
    public static Filing? TieOf(IReadOnlyList<Filing> ordered, int at)
    {
        var file = ordered[at];
        for (var before = at - 1; before >= 0 && ordered[before].UploadedAt == file.UploadedAt; before--)
        {
            if (Disagree(file, ordered[before]))
            {
                return ordered[before];
            }
        }

        for (var behind = at + 1; behind < ordered.Count && ordered[behind].UploadedAt == file.UploadedAt; behind++)
        {
            if (Disagree(file, ordered[behind]))
            {
                return ordered[behind];
            }
        }

        return null;
    }

    private static bool Disagree(Filing one, Filing other)
    {
        if (one.Path == other.Path)
        {
            return false;
        }

        var said = one.Report.Cells.ToDictionary(c => c.Indicator.Code, c => (c.Value, c.Status), StringComparer.Ordinal);
        return other.Report.Cells.Any(c => said.TryGetValue(c.Indicator.Code, out var value) && value != (c.Value, c.Status));
    }
}

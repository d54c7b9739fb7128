using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Briefing;

/// <summary>Which files had come for a period by a moment, and what was known by them.</summary>
public sealed class BriefFiles(LedgerStore ledger, AsOfReader known)
{
    /// <summary>Of all organisations, as one key range.</summary>
    public async Task<(IReadOnlyList<BriefFile> Files, PeriodLedgers Ledgers)> ReadAsync(Period period, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var rows = await ledger.ReadFileRowsAsync(period, asOf, cancellationToken);
        var organisationAt = $"{period}~".Length;
        return (
            [.. rows.Select(r => new BriefFile(FileRows.IdOf(r), r.GetString("Path"), r.PartitionKey[organisationAt..], period, r.GetDateTimeOffset("UploadedAt")!.Value, r.GetString("Status")))],
            await known.ReadAsync(period, rows, asOf, cancellationToken));
    }
}

using Azure;
using Azure.Data.Tables;
using DtPipeline.Amending;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Intake;

/// <summary>What a replay has made of receipts.</summary>
/// <param name="Arrivals">By ids of their files, what is to be listed anew of those that say something else now.</param>
/// <param name="AreToBeSeenAgain">Who took one of their files may be writing its receipt now, as it was to be before: the sweeper looks at all of them once that is over.</param>
internal sealed record AmendedReceipts(IReadOnlyDictionary<string, string> Arrivals, bool AreToBeSeenAgain)
{
    public static readonly AmendedReceipts None = new(new Dictionary<string, string>(), AreToBeSeenAgain: false);
}

/// <summary>The receipts of files whose partition was worked out again. A path has one receipt: that of the latest file uploaded there.</summary>
public sealed class ReceiptRepair(Archive archive, ReceiptWriter receipts, CatalogueStore catalogues, PipelineSettings settings)
{
    /// <summary>Amends the receipts whose files now have other counts or another status than the rows said before.</summary>
    /// <param name="answeredElsewhere">Files whose receipts somebody else writes.</param>
    /// <param name="all">Whether to look at the receipts of files whose rows have not changed too.</param>
    /// <returns>It is for the caller to mark them. Where not all are looked at, only the first is amended now and the others are left to the sweeper: a file costs the same whatever came after it.</returns>
    internal async Task<AmendedReceipts> AmendAsync(
        Replayed replayed, IReadOnlyList<TableEntity> rowsBefore, IReadOnlySet<string> answeredElsewhere, bool all, CancellationToken cancellationToken)
    {
        var before = rowsBefore.Where(LedgerRows.IsFile).ToDictionary(FileRows.IdOf, StringComparer.Ordinal);
        var others = LatestOfPaths(replayed)
            .Where(s => !answeredElsewhere.Contains(s.Filing.FileId) && (all || !before.TryGetValue(s.Filing.FileId, out var row) || !FileRows.IsAnsweredAs(row, s)))
            .ToList();
        IReadOnlyList<ConfirmedCatalogue>? confirmed = null;
        var answered = new List<Receipt>();
        foreach (var step in all ? others : others.Take(1))
        {
            var (receipt, isChanged) = await receipts.AmendAsync(step, cancellationToken);
            if (receipt is null)
            {
                answered.Add(await WriteAnewAsync(step, confirmed ??= await catalogues.ConfirmedAsync(cancellationToken), cancellationToken));
            }
            else if (isChanged || all)
            {
                // Where all are looked at somebody has died, perhaps between a receipt and its mark.
                answered.Add(receipt);
            }
        }

        return new AmendedReceipts(ArrivalMark.Of(answered), others.Count > 0);
    }

    /// <summary>Writes all receipts of a partition whose files were read again.</summary>
    /// <param name="confirmed">Every catalogue by which the past was judged anew.</param>
    internal async Task WriteAsync(Replayed replayed, IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken)
    {
        foreach (var step in LatestOfPaths(replayed))
        {
            await receipts.WriteAsync(step, await KnownTagAsync(step.Filing, cancellationToken), confirmed, cancellationToken);
        }
    }

    private static IEnumerable<LedgerStep> LatestOfPaths(Replayed replayed) => replayed.Steps.GroupBy(s => s.Filing.Path).Select(g => g.Last()).Where(s => !s.Filing.IsErased);

    /// <summary>Of a file that has no receipt: its faults are known from its bytes alone.</summary>
    private async Task<Receipt> WriteAnewAsync(LedgerStep step, IReadOnlyList<ConfirmedCatalogue> confirmed, CancellationToken cancellationToken)
    {
        var filing = step.Filing;
        var file = await archive.OpenAsync(filing.FileId, filing.Path, filing.Sha256, filing.UploadedAt, cancellationToken);
        var read = FilingReader.Read(file, await catalogues.GetAsync(cancellationToken), settings.MostReportBytes);
        return await receipts.WriteAsync(step with { Filing = read }, await KnownTagAsync(filing, cancellationToken), confirmed, cancellationToken);
    }

    private async Task<ETag?> KnownTagAsync(Filing filing, CancellationToken cancellationToken) =>
        await receipts.FindAsync(filing.Path, cancellationToken) is { ReportTag: { } tag } receipt && receipt.FileId == filing.FileId ? new ETag(tag) : null;
}

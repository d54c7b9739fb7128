using Azure.Data.Tables;
using DtPipeline.Answers.Models;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Excerpts;
using DtPipeline.Answers.Views;
using DtPipeline.Answers.Views.Filing;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Serving;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Viewing;

/// <summary>What the views of files are made of.</summary>
public sealed class FilingViews(ReadModels models, ReceiptShelf receipts, LedgerStore ledger, Archive archive)
{
    private const int MostForms = 5;

    public async Task<ViewModel> SubmitAsync(ViewQuestion ask, CancellationToken cancellationToken)
    {
        var forms = SubmitView.BodyOf(ask) is { } body ? SubmitView.FormsOf(ask, body).Take(MostForms) : [];
        var read = await Task.WhenAll(forms.Select(async f => (await models.FindFormAsync(f.Code, cancellationToken))?.Read<FormModel>()));
        return SubmitView.Of(ask, [.. read.OfType<FormModel>()]);
    }

    public async Task<ViewModel> FilesAsync(ViewQuestion ask, CancellationToken cancellationToken)
    {
        if (ask.Of("organisation") is { } code && ask.Catalogue.FindOrganisation(code) is { } body && ask.MaySee(body.Code) && ask.PeriodAsked is { } period)
        {
            var rows = await ledger.ReadFileRowsAsync(LedgerKey.Of(period, body.Code), cancellationToken);
            return FilesView.Of(ask, FilesOfPeriod.Of(rows, new Owner(body, period), ask.Catalogue), isLately: false);
        }

        var arrivals = (await models.FindAsync(ReadModels.Arrivals, cancellationToken))?.Read<ArrivalList>() ?? new ArrivalList([]);
        return FilesView.Of(ask, [.. arrivals.Files.Select(ListedFile.Of)], isLately: true);
    }

    /// <param name="path">Of the report, within its container.</param>
    /// <returns>Null where it may not be seen.</returns>
    public async Task<ViewModel?> ReceiptAsync(string path, ViewQuestion ask, CancellationToken cancellationToken)
    {
        if (path.Length == 0 || !ask.Caller.MaySeePath(path))
        {
            return null;
        }

        var receipt = await receipts.FindAsync(path, cancellationToken);
        if (receipt is null)
        {
            return ReceiptView.Of(ask, path, null, [], []);
        }

        var (rows, content) = (RowsAsync(receipt, ask, cancellationToken), ContentAsync(receipt, cancellationToken));
        return ReceiptView.Of(ask, path, receipt, ChangesOf(receipt, await rows, ask), SheetExcerpt.Of(await content, receipt.Faults));
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(Receipt receipt, ViewQuestion ask, CancellationToken cancellationToken) =>
        OwnerOf(receipt, ask) is { } owner ? await ledger.ReadFileRowsAsync(LedgerKey.Of(owner.Period, owner.Organisation.Code), cancellationToken) : [];

    private async Task<ReadOnlyMemory<byte>> ContentAsync(Receipt receipt, CancellationToken cancellationToken) => receipt.Faults.All(f => f.Row is null)
        ? ReadOnlyMemory<byte>.Empty
        : (await archive.OpenAsync(receipt.FileId, receipt.Path, receipt.Sha256, receipt.UploadedAt, cancellationToken)).Content ?? ReadOnlyMemory<byte>.Empty;

    private static Owner? OwnerOf(Receipt receipt, ViewQuestion ask) =>
        receipt is { Organisation: { } code, Period: { } name } && ask.Catalogue.FindOrganisation(code) is { } body && Period.TryParse(name, out var period) ? new Owner(body, period) : null;

    /// <summary>What stood when the file had come that did not stand just before it.</summary>
    private static IReadOnlyList<ValueRevision> ChangesOf(Receipt receipt, IReadOnlyList<TableEntity> rows, ViewQuestion ask)
    {
        if (OwnerOf(receipt, ask) is not { } owner || receipt.Status is "rejected" or "duplicate" or "evidence")
        {
            return [];
        }

        var filings = rows.Select(r => FileRows.FilingOf(r, owner, ask.Catalogue)).Where(f => f.UploadedAt <= receipt.UploadedAt).ToList();
        var paths = filings.ToDictionary(f => f.FileId, f => f.Path, StringComparer.Ordinal);
        var before = LedgerAsOf.Of(filings.Where(f => f.FileId != receipt.FileId), receipt.UploadedAt, ask.Catalogue);
        return LedgerAsOf.Of(filings, receipt.UploadedAt, ask.Catalogue) is { } after
            ? [.. ValueRevision.Between(owner, before, after, paths, ask.Catalogue).Where(c => c.Now.FileId == receipt.FileId)]
            : [];
    }
}

using System.Text;
using DtPipeline.Answers.Extracts;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Extracting;

/// <summary>
/// Writes a slice of the observations, ordered by period, organisation and indicator. Text is written period by period and held in memory for no
/// longer; a workbook has a bound, beyond which none is made.
/// </summary>
public sealed class Extract(LedgerStore ledger, LedgerPeriods periods, AsOfReader past, LedgerPartitions partitions, ClosingStore closings, CatalogueStore catalogues, TimeProvider clock)
{
    private const int Buffer = 65_536;

    public async Task<(ExtractQuestion? Question, Bilingual? Why)> AskAsync(WrittenQuestion written, CancellationToken cancellationToken) =>
        ExtractQuestion.Of(written, clock.GetUtcNow(), await catalogues.GetAsync(cancellationToken));

    /// <returns>How many observations were written.</returns>
    /// <exception cref="ExtractException">It cannot be made whole. Of a workbook nothing was written then.</exception>
    public async Task<long> WriteAsync(ExtractQuestion question, Stream into, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var rows = RowsAsync(question, catalogue, cancellationToken);
        if (question.Format == ExtractFormat.Xlsx)
        {
            return await WriteWorkbookAsync(rows, catalogue, into, cancellationToken);
        }

        return question.Format == ExtractFormat.Sdmx
            ? await WriteTextAsync(SdmxCsv.Header, row => SdmxCsv.Line(row, catalogue), rows, into)
            : await WriteTextAsync(ExtractCsv.Header, row => ExtractCsv.Line(row, catalogue), rows, into);
    }

    private static async Task<long> WriteTextAsync(string header, Func<ExtractRow, string> line, IAsyncEnumerable<ExtractRow> rows, Stream into)
    {
        var written = 0L;
        await using var writer = new StreamWriter(into, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true);
        await writer.WriteAsync(header);
        await foreach (var row in rows)
        {
            await writer.WriteAsync(line(row));
            written++;
        }

        await writer.FlushAsync();
        return written;
    }

    private static async Task<long> WriteWorkbookAsync(IAsyncEnumerable<ExtractRow> rows, ReportingCatalogue catalogue, Stream into, CancellationToken cancellationToken)
    {
        var all = new List<ExtractRow>();
        await foreach (var row in rows)
        {
            all.Add(row);
            if (all.Count > ExtractWorkbook.MostRows)
            {
                throw new ExtractException(
                    new Bilingual(
                        $"Phần được chọn có hơn {ExtractWorkbook.MostRows} số liệu, quá lớn cho một tệp XLSX: hãy lấy dạng csv hoặc sdmx, hoặc chọn hẹp hơn.",
                        $"The slice has more than {ExtractWorkbook.MostRows} observations, too many for a workbook: take csv or sdmx, or ask for less."),
                    isForNow: false);
            }
        }

        await into.WriteAsync(ExtractWorkbook.Of(all, catalogue), cancellationToken);
        return all.Count;
    }

    private async IAsyncEnumerable<ExtractRow> RowsAsync(
        ExtractQuestion question, ReportingCatalogue catalogue, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var moment = question.AsOf ?? clock.GetUtcNow();
        var closed = await closings.ReadAllAsync(cancellationToken);
        foreach (var period in await PeriodsAsync(question.Slice, cancellationToken))
        {
            foreach (var (organisation, state) in (await LedgersAsync(period, question, cancellationToken)).OrderBy(l => l.Key, StringComparer.Ordinal))
            {
                foreach (var row in ExtractRow.Of(period, organisation, state.Observations.Values, closed, moment, catalogue).Where(question.Slice.Takes))
                {
                    yield return row;
                }
            }
        }
    }

    private async Task<IEnumerable<Period>> PeriodsAsync(Slice slice, CancellationToken cancellationToken) => slice.Period is { } one
        ? [one]
        : (await partitions.ListAsync(cancellationToken)).Where(p => slice.Organisation is null || slice.Organisation == p.Organisation).Select(p => p.Period).Distinct();

    /// <summary>A ledger that is only partly written is waited for: leaving it out would be a figure that is missing in silence.</summary>
    private async Task<IReadOnlyDictionary<string, LedgerState>> LedgersAsync(Period period, ExtractQuestion question, CancellationToken cancellationToken)
    {
        if (question.AsOf is { } moment)
        {
            return (await past.ReadAsync(period, moment, cancellationToken)).ByOrganisation;
        }

        for (var attempt = 0; attempt < LedgerStore.MostAttempts; attempt++)
        {
            var snapshots = question.Slice.Organisation is { } organisation
                ? new Dictionary<string, LedgerSnapshot>(StringComparer.Ordinal) { [organisation] = await ledger.ReadAsync(LedgerKey.Of(period, organisation), cancellationToken) }
                : await periods.ReadAsync(period, cancellationToken);
            if (snapshots.Values.All(s => s.Applying is null))
            {
                return snapshots.ToDictionary(s => s.Key, s => s.Value.State, StringComparer.Ordinal);
            }

            await LedgerStore.BackOffAsync(attempt, cancellationToken);
        }

        throw new ExtractException(
            new Bilingual($"Số liệu kỳ {period} đang được ghi; hãy thử lại sau ít phút.", $"The figures of {period} are being written: try again in a few minutes."), isForNow: true);
    }
}

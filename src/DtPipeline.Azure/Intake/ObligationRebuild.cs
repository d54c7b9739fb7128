using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Intake;

/// <summary>
/// Obligations that no file brings back: of bodies that sent nothing, for periods that are watched no more. That a period was watched is in the
/// alerts that it raised; then there was a row for everybody who owed it.
/// </summary>
public sealed class ObligationRebuild(ObligationStore obligations, PendingStore pending, TimeProvider clock)
{
    // Stands in the mark of the work where a file's id would.
    private const string Rebuilding = "rebuild";

    /// <param name="alerted">Form and period of every alert about a report that was owed.</param>
    public async Task RunAsync(IEnumerable<(string Form, string Period)> alerted, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        foreach (var (code, name) in alerted.Distinct().Order())
        {
            if (catalogue.Forms.FirstOrDefault(f => f.Code == code) is { } form && Period.TryParse(name, out var period))
            {
                await WriteAsync(form, period, catalogue, cancellationToken);
            }
        }
    }

    private async Task WriteAsync(Form form, Period period, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        var stored = await obligations.ReadAsync(form.Code, period, cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var lacking = catalogue.WhoOwes(form, period)
            .Where(o => !stored.ContainsKey(o.Code))
            .Select(o => ObligationRule.Decide(form, o, period, null, today, catalogue))
            .ToList();
        if (lacking.Count > 0)
        {
            var begun = await pending.BeginAsync(LedgerKey.OfForm(period, form.Code), Rebuilding, file: null, cancellationToken);
            await obligations.WriteAsync(lacking, cancellationToken);
            await pending.FinishAsync(begun, period.ToString(), hasOutbox: false, cancellationToken);
        }
    }
}

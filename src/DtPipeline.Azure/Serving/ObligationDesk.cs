using DtPipeline.Answers.Models;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Azure.Serving;

/// <summary>All that is known of one obligation: worked out from the ledger and the day, with what was sent and said of it. Three bounded queries.</summary>
public sealed class ObligationDesk(CatalogueStore catalogues, LedgerStore ledger, AlertInbox inbox, Asked asked, TimeProvider clock)
{
    public async Task<Served> ReadAsync(string formCode, string periodName, string organisationCode, CancellationToken cancellationToken)
    {
        if (await asked.WhyNotAsync(organisationCode, periodName, formCode, cancellationToken: cancellationToken) is { } why)
        {
            return why;
        }

        var catalogue = await catalogues.GetAsync(cancellationToken);
        var (form, organisation) = (catalogue.Forms.First(f => f.Code == formCode), catalogue.FindOrganisation(organisationCode)!);
        if (!Period.TryParse(periodName, out var period) || !catalogue.WhoOwes(form, period).Contains(organisation))
        {
            return Served.Unknown(
                "obligation.unknown",
                $"{organisation.Code} không phải nộp biểu mẫu {form.Code} cho kỳ {periodName}: biểu mẫu do {form.OwedBy} nộp từ kỳ {form.OwedFrom}.",
                $"{organisation.Code} does not owe the form {form.Code} for {periodName}: it is owed by {form.OwedBy} from {form.OwedFrom} on.");
        }

        var partition = LedgerKey.Of(period, organisation.Code);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var rows = ledger.ReadFileRowsAsync(partition, cancellationToken);
        var alerts = inbox.OfPeriodAsync(organisation.Code, period, cancellationToken);
        var facts = (await ledger.ReadAsync(partition, cancellationToken)).State.Facts;
        var obligation = ObligationRule.Decide(form, organisation, period, facts, today, catalogue);
        return Served.Of(ObligationDetail.Of(obligation, form, organisation, period, catalogue) with
        {
            Files = FileHistory.InOrder(await rows),
            Alerts = [.. (await alerts).Where(a => a.Subject.Form == form.Code || a.Subject.Form is null).Select(a => ListedAlert.Of(a, today))],
        });
    }
}

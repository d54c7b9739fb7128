using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Amending;

/// <summary>All that one catalogue says of a ledger on a day: every obligation up to the period after this one, and the alerts of reports that hold.</summary>
internal sealed class JudgedCatalogue
{
    private readonly Dictionary<(string Form, string Organisation, string Period), Judgement> obligations = [];
    private readonly Dictionary<string, AlertSeverity> alerts = new(StringComparer.Ordinal);

    public JudgedCatalogue(
        ReportingCatalogue catalogue, IReadOnlyDictionary<(string Organisation, string Period), FilingFacts> facts, DateOnly today, AlertTiming timing)
    {
        foreach (var form in catalogue.Forms)
        {
            for (var period = form.OwedFrom; period.Previous.FirstDay <= today && form.IsOwed(period); period = period.Next)
            {
                var decided = catalogue.WhoOwes(form, period)
                    .Select(o => (Organisation: o, Obligation: ObligationRule.Decide(form, o, period, facts.GetValueOrDefault((o.Code, period.ToString())), today, catalogue)))
                    .ToList();
                foreach (var (organisation, o) in decided)
                {
                    var required = catalogue.Asked(form, organisation, period).Where(i => i.Required).Select(i => i.Indicator).Order(StringComparer.Ordinal).ToList();
                    obligations[(form.Code, organisation.Code, o.Period)] = new Judgement(o.State, o.Due.Effective, o.Provided, required);
                }

                var all = decided.ConvertAll(d => d.Obligation);
                var isHeldBack = OverdueAlert.NobodyFiled(all);
                Note(OverdueAlert.OfForm(form, period, DueDay.Of(form, period, catalogue), all, today, timing, catalogue.Calendar));
                decided.ForEach(d => Note(OverdueAlert.Of(d.Obligation, form, d.Organisation, isHeldBack, today, timing, catalogue.Calendar)));
            }
        }
    }

    public IReadOnlyDictionary<(string Form, string Organisation, string Period), Judgement> Obligations => obligations;

    /// <summary>Severities of the alerts that hold, by key.</summary>
    public IReadOnlyDictionary<string, AlertSeverity> Alerts => alerts;

    private void Note(IEnumerable<AlertCondition> conditions)
    {
        foreach (var condition in conditions.Where(c => c.Holds))
        {
            alerts[condition.Subject.Key] = condition.Severity;
        }
    }
}

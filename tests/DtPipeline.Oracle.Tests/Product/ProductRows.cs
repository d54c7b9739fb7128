using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Progress;

namespace DtPipeline.Oracle.Tests.Product;

/// <summary>What the product says, as rows.</summary>
internal static class ProductRows
{
    public static Dictionary<string, string> Obligations(IEnumerable<Obligation> obligations) => obligations.ToDictionary(
        o => $"{o.Period}~{o.Form}~{o.Organisation}",
        o => Rows.Of(Obligation.NameOf(o.State), o.Due.Nominal, o.Due.Effective, o.FirstReceived, o.FirstAccepted, o.Provided, o.Required));

    public static Dictionary<string, string> Alerts(IEnumerable<AlertTransition> alerts) => alerts.ToDictionary(
        a => KeyOf(a.Subject.Key),
        a => Rows.Of(a.Subject.Organisation, AlertTransition.NameOf(a.Severity), a.Escalation > 0));

    /// <summary>Without the hash of the path that stands in the key of a file in no organisation's folder.</summary>
    public static string KeyOf(string key) => key.Split('~') is [var type, LedgerKey.Unplaced, _, var file] ? $"{type}~{LedgerKey.Unplaced}~{file}" : key;

    public static Dictionary<string, string> Figures(PeriodSummary summary)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (indicator, group) in summary.Indicators.SelectMany(i => i.Groups.Select(g => (i.Code, g))))
        {
            var place = $"{summary.Period}~{indicator}~{group.Group}";
            rows[place] = Rows.Of(group.Figure.Value, group.Figure.Method, group.Figure.Reported, group.Figure.Owed);
            rows[$"{place}~previous"] = Change(group.AgainstPrevious);
            rows[$"{place}~year"] = Change(group.AgainstYearBefore);
        }

        foreach (var (organisation, value) in summary.Organisations.SelectMany(o => o.Values.Select(v => (o.Code, v))))
        {
            rows[$"{summary.Period}~{organisation}~{value.Key}"] = Rows.Of(
                value.Value.Value, value.Value.Status, Change(value.Value.AgainstPrevious), Change(value.Value.AgainstYearBefore));
        }

        foreach (var form in summary.Forms)
        {
            rows[$"{summary.Period}~{form.Form}"] = Rows.Of(
                form.DueDay, form.EffectiveDueDay, Rows.States(form.States), form.ReportingRate, form.OnTimeRate, form.Completeness);
        }

        return rows;
    }

    private static string Change(GroupDelta? change) =>
        change is { } c ? Rows.Of(c.Period, c.Value, c.Base, c.Absolute, c.Percent, c.Method, c.Compared, c.Reported) : Rows.None;

    private static string Change(Delta? change) => change is { } c ? Rows.Of(c.Period, c.Base, c.Absolute, c.Percent) : Rows.None;
}

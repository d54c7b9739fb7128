using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Figures;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>What the oracle says of a moment, as rows.</summary>
internal static class OracleRows
{
    public static Dictionary<string, string> Obligations(IEnumerable<Obligation> obligations) => obligations
        .ToDictionary(
            o => $"{o.Period.Name}~{o.Form.Code}~{o.Organisation.Code}",
            o => Rows.Of(o.State, o.Due.Nominal, o.Due.Effective, o.FirstReceived, o.FirstAccepted, o.Provided, o.Required));

    public static Dictionary<string, string> Alerts(OversightAt oversight) => oversight.Alerts()
        .ToDictionary(a => a.Key, a => Rows.Of(a.Organisation, a.Severity, a.IsPassedOn));

    public static Dictionary<string, string> Figures(OversightAt oversight, Period period)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var g in oversight.Groups(period))
        {
            var place = $"{period.Name}~{g.Indicator.Code}~{g.Group}";
            rows[place] = Rows.Of(g.Figure.Value, g.Figure.Method, g.Figure.Reported, g.Figure.Owed);
            rows[$"{place}~previous"] = Change(g.AgainstPrevious);
            rows[$"{place}~year"] = Change(g.AgainstYearBefore);
        }

        foreach (var v in oversight.Values(period))
        {
            rows[$"{period.Name}~{v.Organisation}~{v.Indicator.Code}"] = Rows.Of(v.Cell.Value, v.Cell.Status, Change(v.AgainstPrevious), Change(v.AgainstYearBefore));
        }

        foreach (var f in oversight.Forms(period))
        {
            rows[$"{period.Name}~{f.Form}"] = Rows.Of(f.Due.Nominal, f.Due.Effective, Rows.States(f.States), f.ReportingRate, f.OnTimeRate, f.Completeness);
        }

        return rows;
    }

    private static string Change(GroupChange? change) =>
        change is { } c ? Rows.Of(c.Period, c.Value, c.Base, c.Absolute, c.Percent, c.Method, c.Compared, c.Reported) : Rows.None;

    private static string Change(Change? change) => change is { } c ? Rows.Of(c.Period, c.Base, c.Absolute, c.Percent) : Rows.None;
}

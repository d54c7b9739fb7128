using System.Collections.Concurrent;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Models;

/// <summary>Who gave what in a period, indicator by indicator, of several at once: everybody who was asked, and whoever gave it unasked.</summary>
internal sealed class LeagueTable(PeriodSummary summary, Period period, ReportingCatalogue catalogue)
{
    private readonly HashSet<(string Form, string Organisation)> exempt =
    [
        .. summary.Organisations.SelectMany(o => o.Obligations.Where(b => b.State == Obligation.NameOf(ObligationState.Exempt)).Select(b => (b.Form, o.Code))),
    ];

    private readonly List<(Form Form, HashSet<string> Indicators, List<string> Owing)> forms =
    [
        .. catalogue.Forms.Where(f => f.IsOwed(period)).Select(f => (
            f, f.AsksFor(period).Select(i => i.Indicator).ToHashSet(StringComparer.Ordinal), catalogue.WhoOwes(f, period).Select(o => o.Code).ToList())),
    ];

    private readonly ConcurrentDictionary<string, Dictionary<string, bool>> askedBy = new(StringComparer.Ordinal);

    public League Of(Indicator indicator)
    {
        var asked = Asked(indicator);
        var rows = summary.Organisations
            .Where(o => asked.ContainsKey(o.Code) || o.Values.ContainsKey(indicator.Code))
            .OrderBy(o => o.Code, StringComparer.Ordinal)
            .Select(o => o.Values.TryGetValue(indicator.Code, out var figure) ? RowOf(o.Code, figure) : new LeagueRow(o.Code, asked[o.Code] ? "exempt" : "missing"))
            .ToList();
        return new League(period.ToString(), rows) { AsNow = indicator.NationalOnly || summary.AsNow is null ? null : [.. AsNow(indicator, rows)] };
    }

    /// <returns>By organisation, whether each form that asks for it is waived.</returns>
    private Dictionary<string, bool> Asked(Indicator indicator)
    {
        if (indicator.OwnerOf(period) is { } owner)
        {
            return new Dictionary<string, bool>(StringComparer.Ordinal) { [owner] = false };
        }

        // Most indicators are asked for by the same forms.
        var asking = forms.Where(f => f.Indicators.Contains(indicator.Code) && !indicator.NationalOnly).ToList();
        var names = string.Join(' ', asking.Select(f => f.Form.Code));
        return askedBy.GetOrAdd(names, _ =>
        {
            var asked = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var (form, _, owing) in asking)
            {
                foreach (var code in owing)
                {
                    asked[code] = asked.GetValueOrDefault(code, true) && exempt.Contains((form.Code, code));
                }
            }

            return asked;
        });
    }

    private static LeagueRow RowOf(string organisation, OrganisationFigure figure) => new(organisation, figure.Value is null ? "nil" : "value")
    {
        Value = figure.Value,
        Status = figure.Status,
        Unit = figure.Unit,
        Change = ChangeOf(figure.AgainstPrevious),
        Rank = figure.Rank?.Rank,
        Of = figure.Rank?.Of,
        Gained = figure.Rank?.Change?.Gained,
        Target = figure.Target?.Status,
        Uncertain = figure.Target?.Uncertain ?? false,
    };

    /// <summary>Bodies whose predecessors were asked for it.</summary>
    private IEnumerable<AsNowRow> AsNow(Indicator indicator, List<LeagueRow> rows)
    {
        var known = rows.Select(r => r.Organisation).ToHashSet(StringComparer.Ordinal);
        return summary.AsNow!.Organisations
            .Where(o => o.Values.ContainsKey(indicator.Code) || o.MadeOf.Any(known.Contains))
            .OrderBy(o => o.Code, StringComparer.Ordinal)
            .Select(o => o.Values.TryGetValue(indicator.Code, out var value)
                ? new AsNowRow(o.Code, value.State, o.MadeOf) { Value = value.Value, Status = value.Status, Change = ChangeOf(value.AgainstPrevious), Reason = value.Reason }
                : new AsNowRow(o.Code, "missing", o.MadeOf));
    }

    private static ModelChange? ChangeOf(Delta? change) => change is null ? null : new ModelChange(change.Period, change.Absolute, change.Percent);
}

using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Amending;

/// <summary>What a new catalogue would make of what has been judged by the one in force. Grants do not count: they are made to change what was judged.</summary>
/// <param name="Judged">Obligations whose due day has passed, by either of the two.</param>
/// <param name="Ahead">How many obligations change that are not due yet.</param>
/// <param name="Figures">Of indicators of which something is published.</param>
public sealed record CatalogueDiff(IReadOnlyList<ObligationChange> Judged, int Ahead, IReadOnlyList<FigureChange> Figures, AlertChanges Alerts)
{
    /// <summary>Periods of which something is judged or published anew.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];

    /// <summary>The past would be judged anew, so that somebody has to say that this is meant.</summary>
    public bool ReachesBack => Judged.Count > 0 || Figures.Count > 0;

    /// <summary>What cannot be confirmed either.</summary>
    public IEnumerable<FigureChange> Impossible => Figures.Where(f => f.NeedsNewCode);

    /// <param name="facts">What the ledger holds, by organisation and period; what it lacks has sent nothing.</param>
    /// <param name="today">In Vietnam.</param>
    public static CatalogueDiff Of(
        ReportingCatalogue before, ReportingCatalogue after, IReadOnlyDictionary<(string Organisation, string Period), FilingFacts> facts, DateOnly today, AlertTiming timing)
    {
        var old = new JudgedCatalogue(before.With(after.Grants), facts, today, timing);
        var now = new JudgedCatalogue(after, facts, today, timing);
        var changes = old.Obligations.Keys.Union(now.Obligations.Keys)
            .Select(k => new ObligationChange(k.Form, k.Organisation, k.Period, old.Obligations.GetValueOrDefault(k), now.Obligations.GetValueOrDefault(k)))
            .Where(c => c.To is null || !c.To.IsSameAs(c.From))
            .OrderBy(c => c.Period, StringComparer.Ordinal).ThenBy(c => c.Form, StringComparer.Ordinal).ThenBy(c => c.Organisation, StringComparer.Ordinal)
            .ToLookup(c => c.From?.Due < today || c.To?.Due < today);
        var figures = FigureChange.Between(before, after).Where(f => facts.Values.Any(v => v.Answers.ContainsKey(f.Indicator))).ToList();
        var published = facts.Where(v => figures.Exists(f => v.Value.Answers.ContainsKey(f.Indicator))).Select(v => v.Key.Period);
        return new CatalogueDiff([.. changes[true]], changes[false].Count(), figures, Compare(old.Alerts, now.Alerts))
        {
            Periods =
            [
                .. changes[true]
                    .Concat(changes[false].Where(c => facts.ContainsKey((c.Organisation, c.Period))))
                    .Select(o => o.Period)
                    .Union(published, StringComparer.Ordinal)
                    .Union(facts.Keys.Where(k => Reports(before, k) != Reports(after, k)).Select(k => k.Period), StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Whether it is worth while to look into the ledger: false where the catalogues alone say that nothing which was due is judged anew.</summary>
    public static bool MayReachBack(ReportingCatalogue before, ReportingCatalogue after, DateOnly today, AlertTiming timing) =>
        FigureChange.Between(before, after).Any() || Of(before, after, new Dictionary<(string, string), FilingFacts>(), today, timing).ReachesBack;

    private static bool Reports(ReportingCatalogue catalogue, (string Organisation, string Period) whose) =>
        catalogue.FindOrganisation(whose.Organisation) is { } organisation && Period.TryParse(whose.Period, out var period) && organisation.Reports(period);

    private static AlertChanges Compare(IReadOnlyDictionary<string, AlertSeverity> before, IReadOnlyDictionary<string, AlertSeverity> after) => new(
        after.Keys.Count(k => !before.ContainsKey(k)),
        before.Keys.Count(k => !after.ContainsKey(k)),
        after.Count(a => before.TryGetValue(a.Key, out var severity) && severity != a.Value));
}

/// <summary>How many alerts of reports the next run would raise, settle, or give another severity.</summary>
public sealed record AlertChanges(int Raised, int Resolved, int Changed);

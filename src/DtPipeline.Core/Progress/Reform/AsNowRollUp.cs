using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Reform;

/// <summary>A period and those before it as the bodies of one day would have reported them: figures, groups and changes.</summary>
/// <param name="earlier">As of <see cref="PeriodRollUp"/>.</param>
internal sealed class AsNowRollUp(PeriodLedgers current, IReadOnlyList<PeriodLedgers> earlier, PeriodLedgers yearBefore, ReportingCatalogue catalogue, DateOnly today)
{
    /// <summary>Who files before a period ends is a body of its last day.</summary>
    private readonly DateOnly day = today < current.Period.LastDay ? current.Period.LastDay : today;

    /// <returns>Null where everybody concerned is what it was in all of these periods: then both views are one.</returns>
    public AsNowSummary? Summarise()
    {
        var now = new RestatedPeriod(current, catalogue, day);
        var before = earlier.Append(yearBefore).Distinct().ToDictionary(l => l, l => new RestatedPeriod(l, catalogue, day));
        if (!now.IsChanged && before.Values.All(b => !b.IsChanged))
        {
            return null;
        }

        var changed = now.Units.Where((u, i) => u.IsChanged || before.Values.Any(b => b.Units[i].IsChanged)).Select(u => u.Unit.Code).ToHashSet(StringComparer.Ordinal);
        var values = changed.ToDictionary(c => c, _ => new SortedDictionary<string, AsNowValue>(StringComparer.Ordinal), StringComparer.Ordinal);
        var indicators = new List<AsNowIndicator>();
        foreach (var indicator in catalogue.Indicators.Where(i => i.Frequency == current.Period.Frequency && !i.NationalOnly && i.IsReportedFor(current.Period)))
        {
            var restated = new RestatedIndicator(indicator, now, before);
            indicators.Add(Summarise(indicator, restated));
            foreach (var unit in restated.Units.Where(u => changed.Contains(u.Unit.Code)))
            {
                if (restated.Find(unit) is { State: not RestatedState.Missing } value)
                {
                    values[unit.Unit.Code][indicator.Code] = Value(indicator, restated, unit, value);
                }
            }
        }

        return new AsNowSummary(
            day,
            indicators,
            [.. now.Units.Where(u => changed.Contains(u.Unit.Code)).Select(u => new AsNowOrganisation(
                u.Unit.Code, u.Unit.NameVi, u.Unit.NameEn, [.. u.Predecessors.Select(p => p.Code)], values[u.Unit.Code]))],
            [.. now.WithoutHeir.Select(o => o.Code)]);
    }

    private AsNowIndicator Summarise(Indicator indicator, RestatedIndicator restated)
    {
        var owed = restated.Owed;
        var members = new OwingMembers(indicator, current.Period, [.. owed.Select(u => u.Unit)], o => restated.Find(o.Code)?.Answer, (o, e) => restated.Before(o.Code, e));
        var groups = ReportingGroup.Among(members.Owing, ReportingGroup.Of).Select(g => new AsNowGroup(
            g.Group.Code,
            g.Group.Level,
            g.Group.Name.Vi,
            g.Group.Name.En,
            restated.Figure(g.Members.ConvertAll(m => owed[m])),
            members.ChangeSinceNearest(g.Members, earlier),
            members.Change(g.Members, yearBefore)));
        return new AsNowIndicator(indicator.Code, indicator.Reform.Code(), indicator.Reform.Name().Vi, indicator.Reform.Name().En, [.. groups]);
    }

    private AsNowValue Value(Indicator indicator, RestatedIndicator restated, UnitOfDay unit, RestatedValue value)
    {
        Delta? Against(PeriodLedgers period) => Delta.Of(indicator, value.Answer?.Value, period.Period.ToString(), restated.Before(unit.Unit.Code, period)?.Value, IsOneCount(period));
        bool IsOneCount(PeriodLedgers period) => OwingMembers.IsOneCount(indicator, period.Period, current.Period);
        return new AsNowValue(
            value.Answer?.Value,
            value.Answer?.Status,
            RestatedValue.NameOf(value.State),
            value.From,
            earlier.Where(e => !indicator.IsRunningTotal || IsOneCount(e)).Select(Against).FirstOrDefault(d => d is not null),
            Against(yearBefore))
        {
            Lacking = value.Lacking.Count > 0 ? value.Lacking : null,
            Known = value.Known?.Value,
            Reason = value.Reason,
        };
    }
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>
/// A target that will not be met as things go, and one that was not. Each target has one alert, of those for whom it is set: how each of them stands to
/// a target of all is published and not told one by one.
/// </summary>
public static class TargetAlert
{
    /// <param name="ofGroups">Of whom one is part of another, only the whole is spoken of.</param>
    /// <param name="ofOrganisations">Those for whom a line of targets.csv is.</param>
    public static IEnumerable<(string Whose, IReadOnlyList<AlertCondition> Conditions)> Of(
        IEnumerable<Series> ofGroups, IEnumerable<Series> ofOrganisations, ReportingCatalogue catalogue, DateOnly today)
    {
        var widest = ofGroups.GroupBy(s => s.Indicator.Code, StringComparer.Ordinal).SelectMany(g => Widest([.. g], catalogue));
        return widest
            .Concat(ofOrganisations.Where(s => catalogue.Targets.Any(t => t.Indicator == s.Indicator.Code && t.Whose == s.Whose)))
            .SelectMany(s => TargetRule.AllOf(s, catalogue, today).Where(t => t.Due is not null).SelectMany(t => Of(s, t, catalogue)))
            .GroupBy(c => c.Subject.Organisation, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<AlertCondition>)[.. g]));
    }

    /// <summary>For an alert that was raised before, of a target that is no longer set.</summary>
    public static AlertCondition OfNone(string key, string whose)
    {
        var gone = new Bilingual("Mục tiêu này không còn được đặt ra.", "This target is no longer set.");
        return new AlertCondition(new AlertSubject(key, AlertSubject.TypeIn(key), whose, null, null, null), false, AlertSeverity.Yellow, [], gone, gone);
    }

    private static List<Series> Widest(List<Series> groups, ReportingCatalogue catalogue) =>
        groups.Find(s => s.Whose == Organisation.Everybody) is not { } whole ? groups
        : [whole, .. groups.Where(s => s != whole && catalogue.Targets.Any(t => t.Indicator == s.Indicator.Code && t.Whose == s.Whose))];

    private static IEnumerable<AlertCondition> Of(Series series, TargetProgress target, ReportingCatalogue catalogue)
    {
        var what = TargetWords.What(series, target, catalogue);
        var figures = new[] { new AlertFigure(series.Indicator.Code, target.Last?.Value, target.Base?.Value, target.Base?.Period) };
        AlertCondition Condition(string type, bool holds, AlertSeverity severity, Bilingual holding, Bilingual settled) => new(
            new AlertSubject(
                string.Create(CultureInfo.InvariantCulture, $"{type}~{series.Indicator.Code}~{series.Whose}~{target.Due:yyyy-MM-dd}"), type, series.Whose, null, null, series.Indicator.Code),
            holds,
            severity,
            figures,
            new Bilingual($"{what.Vi}: {holding.Vi}.", $"{what.En}: {holding.En}."),
            new Bilingual($"{what.Vi}: {settled.Vi}.", $"{what.En}: {settled.En}."));

        yield return Condition(
            AlertType.TargetOffTrack, target.Status == TargetStatus.OffTrack, AlertSeverity.Yellow, TargetWords.OffTrack(series.Indicator, target), TargetWords.Standing(series.Indicator, target));
        yield return Condition(
            AlertType.TargetMissed, target is { Status: TargetStatus.Missed, ReachedIn: null }, AlertSeverity.Red, TargetWords.Missed(series.Indicator, target), TargetWords.Standing(series.Indicator, target));
    }
}

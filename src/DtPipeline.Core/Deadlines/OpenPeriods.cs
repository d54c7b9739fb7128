using DtPipeline.Catalogue;

namespace DtPipeline.Deadlines;

/// <param name="IsDue">The last day on which a report of it is on time has passed.</param>
public sealed record OpenPeriod(Period Period, bool IsDue);

/// <summary>
/// For which periods a source is asked: the current and the previous one of its frequency, as long as the organisation owes a form for them
/// and no more than <see cref="DaysAfterDue"/> days have passed since the last of these forms was due.
/// </summary>
public static class OpenPeriods
{
    public const int DaysAfterDue = 60;

    public static IReadOnlyList<OpenPeriod> Of(Source source, ReportingCatalogue catalogue, DateOnly today)
    {
        var current = Period.Containing(source.Frequency, today);
        if (!source.IsValidOn(today) || catalogue.FindOrganisation(source.Organisation) is not { } organisation)
        {
            return [];
        }

        var open = new[] { current.Previous, current }
            .Select(period => (Period: period, Forms: catalogue.FormsOwed(period, organisation).ToList()))
            .Where(p => p.Forms.Count > 0)
            .Select(p => (p.Period, Due: p.Forms.Max(f => DueDay.Of(f, organisation, p.Period, catalogue).Effective)))
            .Where(p => today <= p.Due.AddDays(DaysAfterDue))
            .ToList();

        // One address for all periods has the newest report: it is taken for the period whose due day is nearest.
        var asked = source.NamesPeriod ? open : open.OrderBy(p => Math.Abs(p.Due.DayNumber - today.DayNumber)).Take(1);
        return [.. asked.Select(p => new OpenPeriod(p.Period, today > p.Due))];
    }
}

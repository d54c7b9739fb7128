using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Briefs;

/// <summary>Of which period a brief is written by itself: the newest quarter's end of which every report was due, by the longest period that ends with it.</summary>
public static class BriefSchedule
{
    private const int QuartersBack = 5;

    /// <returns>Null where no form was due in the last quarters.</returns>
    public static Period? DueOn(DateOnly today, ReportingCatalogue catalogue)
    {
        var quarter = Period.Containing(Frequency.Quarterly, today);
        for (var back = 0; back <= QuartersBack; back++, quarter = quarter.Previous)
        {
            var periods = BriefScope.Of(quarter);
            var due = periods.SelectMany(p => catalogue.Forms.Where(f => f.IsOwed(p)).Select(f => DueDay.Of(f, p, catalogue).Effective)).ToList();
            if (due.Count > 0 && due.TrueForAll(d => d < today))
            {
                return periods[0];
            }
        }

        return null;
    }
}

using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>Of which periods a brief speaks.</summary>
public static class BriefScope
{
    private static readonly (Frequency Frequency, int Back)[] Looked =
        [(Frequency.Monthly, 24), (Frequency.Quarterly, 12), (Frequency.HalfYear, 8), (Frequency.Annual, 6)];

    /// <summary>The period of each frequency that ends with the brief's own, the longest first: of 2024-S1 also 2024-Q2 and 2024-06.</summary>
    public static IReadOnlyList<Period> Of(Period period) =>
    [
        .. Looked.Select(l => Period.Containing(l.Frequency, period.LastDay))
            .Where(p => p.LastDay == period.LastDay)
            .OrderByDescending(p => p.Frequency.MonthsOf()),
    ];

    /// <summary>The newest period of a frequency that had ended with the brief's own.</summary>
    public static Period NewestOf(Frequency frequency, Period period) =>
        Period.Containing(frequency, period.LastDay) is var last && last.LastDay == period.LastDay ? last : last.Previous;

    /// <summary>Periods whose ledgers a brief looks at: those that it speaks of and, for changes, trends and targets, those before them.</summary>
    public static IEnumerable<Period> Needed(Period period)
    {
        foreach (var (frequency, back) in Looked)
        {
            var next = NewestOf(frequency, period);
            for (var n = 0; n < back; n++, next = next.Previous)
            {
                yield return next;
            }
        }
    }
}

using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Progress;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>How a form of the brief was filed, body by body.</summary>
/// <param name="Obligations">Of everybody who owes it.</param>
internal sealed record FormFacts(Form Form, Period Period, FormSummary Summary, IReadOnlyList<Obligation> Obligations, DateOnly Today)
{
    /// <summary>A body is said to be late every time when it was so in as many periods in a row, this one included.</summary>
    public const int EveryTime = 3;

    public IEnumerable<Obligation> Counted => Obligations.Where(o => o.State != ObligationState.Exempt);

    public int Owed => Counted.Count();

    public int Received => Counted.Count(o => o.FirstReceived is not null);

    public IEnumerable<Obligation> Due => Counted.Where(o => Today > o.Due.Effective || o.FirstAccepted is not null);

    public int OnTime => Due.Count(o => o.FirstAccepted is not null && !IsLate(o));

    public int Provided => Counted.Sum(o => o.Provided);

    public int Required => Counted.Sum(o => o.Required);

    /// <summary>Nothing accepted after the due day: who owes it, the longest first.</summary>
    public IReadOnlyList<Obligation> Owing => [.. Counted.Where(o => o.FirstAccepted is null && Today > o.Due.Effective && o.Waiver is null).OrderBy(o => o.Due.Effective).ThenBy(o => o.Organisation, StringComparer.Ordinal)];

    /// <summary>Accepted after the due day, the latest first.</summary>
    public IReadOnlyList<Obligation> Late => [.. Counted.Where(o => o.FirstAccepted is not null && IsLate(o)).OrderByDescending(DaysLate).ThenBy(o => o.Organisation, StringComparer.Ordinal)];

    public IReadOnlyList<Obligation> Incomplete => [.. Counted.Where(o => o.IsIncomplete).OrderBy(o => o.Organisation, StringComparer.Ordinal)];

    /// <summary>Who was late or owed it in this and the periods before, as many as <see cref="EveryTime"/>.</summary>
    public IReadOnlyList<string> LateEveryTime { get; init; } = [];

    public int DaysOwed(Obligation obligation) => Today.DayNumber - obligation.Due.Effective.DayNumber;

    public static int DaysLate(Obligation obligation) => VietnamTime.DayOf(obligation.FirstAccepted!.Value).DayNumber - obligation.Due.Effective.DayNumber;

    public static FormFacts Of(Form form, Period period, Func<Period, PeriodLedgers> ledgersOf, DateOnly today, ReportingCatalogue catalogue)
    {
        var now = Decided(form, period, ledgersOf(period), today, catalogue);
        var slow = now.Where(o => o.State != ObligationState.Exempt && IsSlow(o, today)).Select(o => o.Organisation).ToHashSet(StringComparer.Ordinal);
        var before = period;
        for (var n = 1; n < EveryTime && slow.Count > 0; n++)
        {
            before = before.Previous;
            slow.IntersectWith(form.IsOwed(before)
                ? Decided(form, before, ledgersOf(before), today, catalogue).Where(o => o.State != ObligationState.Exempt && IsSlow(o, today)).Select(o => o.Organisation)
                : []);
        }

        return new FormFacts(form, period, FormSummary.Of(form, DueDay.Of(form, period, catalogue), now, today), now, today) { LateEveryTime = [.. slow.Order(StringComparer.Ordinal)] };
    }

    private static bool IsLate(Obligation obligation) => VietnamTime.DayOf(obligation.FirstAccepted!.Value) > obligation.Due.Effective;

    private static bool IsSlow(Obligation obligation, DateOnly today) => obligation.FirstAccepted is null ? today > obligation.Due.Effective : IsLate(obligation);

    private static List<Obligation> Decided(Form form, Period period, PeriodLedgers ledgers, DateOnly today, ReportingCatalogue catalogue) =>
    [
        .. catalogue.WhoOwes(form, period).Select(o => ObligationRule.Decide(form, o, period, ledgers.ByOrganisation.GetValueOrDefault(o.Code)?.Facts, today, catalogue)),
    ];
}

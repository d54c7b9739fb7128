namespace DtPipeline.Catalogue;

public enum RollOver
{
    None,

    /// <summary>A due day that is no working day moves to the next one (Civil Code 2015, art. 148).</summary>
    NextWorkingDay,
}

/// <summary>A day given as a day of the month and a number of months from the month it is counted from.</summary>
public readonly record struct DayRule(int Day, int Months)
{
    public DateOnly From(DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1).AddMonths(Months);
        return first.AddDays(Math.Min(Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
    }
}

/// <summary>When reports of one frequency close and fall due under one rule, for example Decree 09/2019/ND-CP, articles 12 and 13.</summary>
/// <param name="DataFrom">First day of the data, counted from the period's first month.</param>
/// <param name="DataTo">Last day of the data, counted from the period's last month.</param>
/// <param name="Due">Last day on which a report is on time ("no later than", day included), counted from the period's last month.</param>
public sealed record Regime(
    string Code,
    Frequency Frequency,
    DayRule DataFrom,
    DayRule DataTo,
    DayRule Due,
    RollOver RollOver,
    DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    public const string ReportingBody = "reporting_body";

    public const string ReceivingUnit = "receiving_unit";

    /// <summary>Who sends: a body that reports, or a unit that receives the reports of others and passes them on.</summary>
    public string Level { get; init; } = ReportingBody;

    internal ValidTime ValidTime => new(ValidFrom, ValidTo);

    public bool AppliesTo(Period period) => period.Frequency == Frequency && ValidTime.Contains(period.LastDay);

    public DateOnly NominalDue(Period period) => Due.From(period.LastDay);

    /// <summary>The nominal day, or the working day to which it moves.</summary>
    public DateOnly EffectiveDue(Period period, WorkingCalendar calendar) =>
        RollOver == RollOver.None ? NominalDue(period) : calendar.NextWorkingDay(NominalDue(period));

    internal bool IsOfTheSame(Regime other) => Code == other.Code && Frequency == other.Frequency && Level == other.Level;
}

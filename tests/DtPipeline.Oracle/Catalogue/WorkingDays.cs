namespace DtPipeline.Oracle.Catalogue;

/// <summary>Monday to Friday, but for the days that <c>holidays.csv</c> says are off, and with those that it says are worked.</summary>
public sealed class WorkingDays(IReadOnlyDictionary<DateOnly, bool> isOff)
{
    public bool IsWorked(DateOnly day) => isOff.TryGetValue(day, out var off) ? !off : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public DateOnly OnOrAfter(DateOnly day) => IsWorked(day) ? day : OnOrAfter(day.AddDays(1));

    public DateOnly Before(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= IsWorked(day) ? 1 : 0;
        }

        return day;
    }
}

using System.Collections.Frozen;

namespace DtPipeline.Catalogue;

/// <summary>Working days of Vietnam's state bodies: Monday to Friday, less days off, plus Saturdays worked in exchange (Labour Code, art. 111 and 112).</summary>
/// <param name="exceptions">Whether the day is off, for every day that is not as its weekday says.</param>
/// <param name="announcedYears">Years whose days off the Government has announced.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, bool> exceptions, IReadOnlySet<int> announcedYears)
{
    private readonly FrozenDictionary<DateOnly, bool> isDayOff = exceptions.ToFrozenDictionary();

    /// <summary>False where days off are not announced yet: working days of that year may still turn out to be none.</summary>
    public bool IsAnnounced(int year) => announcedYears.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        isDayOff.TryGetValue(day, out var off) ? !off : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is a working day, else the first one after it.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The working day that lies <paramref name="count"/> working days before <paramref name="day"/>; the day itself for 0.</summary>
    public DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        for (; count > 0; count--)
        {
            do
            {
                day = day.AddDays(-1);
            }
            while (!IsWorkingDay(day));
        }

        return day;
    }
}

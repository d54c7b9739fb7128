using DtPipeline.Oracle.Catalogue;

namespace DtPipeline.Oracle.Alerts;

/// <summary>What a due day makes of what is owed: reminded of in time, told after it, red, passed on.</summary>
internal static class Owing
{
    public const int RemindWorkingDays = 3;
    public const int RedAfterDays = 10;
    public const int PassedOnAfterDays = 20;

    /// <summary>From so many who owe the same on, one alert stands for all of whom nobody has delivered.</summary>
    public const int Many = 3;

    /// <param name="what"><c>report</c> or <c>task</c>.</param>
    /// <returns>The one alert that holds; none before the reminder.</returns>
    public static IEnumerable<Alert> On(DateOnly today, DateOnly due, string what, string of, string organisation, WorkingDays workingDays)
    {
        var overdue = today.DayNumber - due.DayNumber;
        if (overdue > 0)
        {
            yield return new Alert($"{what}.overdue", of, organisation, overdue > RedAfterDays ? "red" : "yellow", overdue > PassedOnAfterDays);
        }
        else if (today >= workingDays.Before(due, RemindWorkingDays))
        {
            yield return new Alert($"{what}.due_soon", of, organisation, "green", false);
        }
    }
}

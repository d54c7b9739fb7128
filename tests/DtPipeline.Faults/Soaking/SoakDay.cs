using System.Globalization;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>Moments of a simulated day, in Vietnam.</summary>
internal static class SoakDay
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string Text(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, Vietnam).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>After all that happens on it.</summary>
    public static DateTimeOffset End(DateOnly day) => new(day, new TimeOnly(23, 59, 59), Vietnam);
}

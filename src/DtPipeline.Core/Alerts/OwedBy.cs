using System.Globalization;

namespace DtPipeline.Alerts;

/// <summary>What somebody owes and has not delivered, and the last day on which it is in time. What it says depends on the day it is said.</summary>
/// <param name="What">A clause without an end: "Hà Nội has not filed the 'Quarterly report' for 2024-Q2".</param>
public sealed record OwedBy(Bilingual What, DateOnly Due)
{
    public Bilingual On(DateOnly today)
    {
        var days = today.DayNumber - Due.DayNumber;
        return days > 0
            ? new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"{What.Vi}: quá hạn {days} ngày (hạn {Due:dd/MM/yyyy})."),
                string.Create(CultureInfo.InvariantCulture, $"{What.En}: {Bilingual.Count(days, "day")} overdue (due {Due:yyyy-MM-dd})."))
            : days == 0
            ? new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"{What.Vi}: hạn là hôm nay ({Due:dd/MM/yyyy})."),
                string.Create(CultureInfo.InvariantCulture, $"{What.En}: due today ({Due:yyyy-MM-dd})."))
            : new Bilingual(
                string.Create(CultureInfo.InvariantCulture, $"{What.Vi}: còn {-days} ngày (hạn {Due:dd/MM/yyyy})."),
                string.Create(CultureInfo.InvariantCulture, $"{What.En}: due in {Bilingual.Count(-days, "day")} ({Due:yyyy-MM-dd})."));
    }
}

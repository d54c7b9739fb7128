using System.Globalization;
using DtPipeline.Texts;

namespace DtPipeline.Time;

/// <summary>Asia/Ho_Chi_Minh, in which every deadline is read: seven hours ahead of UTC since 1975, without summer time.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The last moment of a day, as tables can tell it.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset).AddTicks(-1);

    /// <summary>A moment as people read it, to the second.</summary>
    public static Bilingual Said(DateTimeOffset moment) => new(
        At(moment).ToString("HH:mm:ss 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture),
        At(moment).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>Nine o'clock, when offices have opened.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), Offset);
}

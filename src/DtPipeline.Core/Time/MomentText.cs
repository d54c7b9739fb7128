using System.Globalization;
using DtPipeline.Texts;

namespace DtPipeline.Time;

/// <summary>A moment as somebody asks for it: <c>2024-07-01T09:00:00+07:00</c>, or a day of Vietnam, of which the end is meant.</summary>
public static class MomentText
{
    // What somebody else wrote is said back no longer than this.
    private const int LongestEcho = 100;

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <returns>Null for anything else.</returns>
    public static DateTimeOffset? Of(string text)
    {
        // In a query a plus that nobody has escaped arrives as a space.
        var written = text.Replace(' ', '+');
        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? VietnamTime.EndOf(day)
            : DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : null;
    }

    /// <summary>A moment as of which something is to be told: today counts as far as it has come.</summary>
    /// <param name="name">Of the parameter, as whoever asks has written it.</param>
    /// <returns>Why it is none, for what cannot be read and for what lies ahead: nobody knows what will be known then.</returns>
    public static (DateTimeOffset? Moment, Bilingual? Why) Past(string name, string text, DateTimeOffset now)
    {
        var said = OneLine.Of(text, LongestEcho);
        return Of(text) switch
        {
            null => (null, new(
                $"{name} là '{said}'; cần một ngày 2024-07-01 hoặc thời điểm 2024-07-01T09:00:00+07:00.", $"{name} is '{said}'; expected a day 2024-07-01 or a moment 2024-07-01T09:00:00+07:00.")),
            { } moment when moment <= now => (moment, null),
            { } moment when moment == VietnamTime.EndOf(VietnamTime.DayOf(now)) => (now, null),
            _ => (null, new(
                $"{name} là '{said}', còn ở phía trước; bây giờ là {VietnamTime.Said(now).Vi} ở Việt Nam. Hãy chọn ngày hôm nay hoặc sớm hơn.",
                $"{name} is '{said}', which is still to come; now is {VietnamTime.Said(now).En} in Vietnam. Ask for today or earlier.")),
        };
    }
}

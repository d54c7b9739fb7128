using System.Globalization;

namespace DtPipeline.Time;

/// <summary>A moment as somebody asks for it: <c>2024-07-01T09:00:00+07:00</c>, or a day of Vietnam, of which the end is meant.</summary>
public static class MomentText
{
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
}

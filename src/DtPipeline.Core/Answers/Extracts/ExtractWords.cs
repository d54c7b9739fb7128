using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Extracts;

/// <summary>What the formats write alike of a row.</summary>
internal static class ExtractWords
{
    private const string Percent = "percent";

    /// <summary>Unit in which the value was taken; of one from before units were kept that of its indicator. Empty where nothing is known of it.</summary>
    public static string UnitOf(ExtractRow row, ReportingCatalogue catalogue) =>
        row.Observation.Unit ?? catalogue.FindIndicator(row.Observation.Indicator)?.Unit ?? string.Empty;

    public static bool IsPercent(string unit) => unit == Percent;

    /// <summary>In UTC, as ISO 8601 writes it.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string AfterClosing(ExtractRow row) => row.IsAfterClosing ? "1" : string.Empty;

    public static string ClosedAt(Closing? closing) => closing is null ? string.Empty : Moment(closing.At);
}

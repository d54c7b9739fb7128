using System.Text.RegularExpressions;

namespace DtPipeline.Progress.Anomalies;

/// <summary>
/// The sender's answer in the note of a row: <c>xác nhận, vì …</c> or <c>confirmed, because …</c>. A note without a reason, or without the word at its beginning,
/// answers nothing. It holds for the value that it stands beside.
/// </summary>
internal static partial class AnomalyAnswer
{
    /// <returns>The reason, from the word "because" on; null where the note is no answer.</returns>
    public static string? ReasonIn(string? note) =>
        note is not null && Answer().Match(note.Normalize()) is { Success: true } match ? match.Groups["reason"].Value.Trim() : null;

    // Also typed without diacritics. Three letters at least: what is shorter gives no reason.
    [GeneratedRegex(
        @"^\W*(?:(?:đã|da)\s+)?(?:xác\s*nhận|xac\s*nhan|confirmed)\b\W*(?<reason>(?:vì|vi|do|bởi|boi|lý\s*do|ly\s*do|because|due\s+to|since)\b(?:\P{L}*\p{L}){3}.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Answer();
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Lists;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="After">The place behind which it begins; null from the start.</param>
/// <param name="Limit">The most items, 1 or more.</param>
public sealed record PageRequest(string? After, int Limit)
{
    /// <summary>The most items that can be asked for at once.</summary>
    public const int Most = 200;

    private const int Usual = 100;

    // A name of 1,024 characters with three bytes each, and what stands before it, in Base64.
    private const int LongestAfter = 5_000;

    // A mark tells a place from what somebody made up.
    private const string Mark = "after:";

    public static readonly PageRequest Everything = new(null, int.MaxValue);

    /// <param name="after"><c>next</c> of the page before; null or empty for the first.</param>
    /// <param name="limit">A number as text; null or empty for the usual one.</param>
    /// <returns>What is asked for, or what is wrong with it.</returns>
    public static (PageRequest? Asked, Bilingual? Why) Parse(string? after, string? limit)
    {
        var most = Usual;
        return limit is { Length: > 0 } && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is >= 1 and <= Most)
            ? (null, new Bilingual($"limit là '{OneLine.Of(limit, 50)}'; cần một số từ 1 đến {Most}.", $"limit is '{OneLine.Of(limit, 50)}'; expected a number from 1 to {Most}."))
            : after is not { Length: > 0 } ? (new PageRequest(null, most), null)
            : Read(after) is { } place ? (new PageRequest(place, most), null)
            : (null, new Bilingual("after không phải là next của một trang trước; bỏ after để bắt đầu từ đầu.", "after is no next of a page before; leave it out to begin at the start."));
    }

    /// <summary>What leads to what stands behind a place.</summary>
    public static string Written(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + place));

    private static string? Read(string after)
    {
        if (after.Length > LongestAfter || !Base64Url.IsValid(after))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));
        return text.StartsWith(Mark, StringComparison.Ordinal) ? text[Mark.Length..] : null;
    }
}

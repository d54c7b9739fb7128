using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>
/// Where a report that somebody asks to send belongs. Stricter than <see cref="ReportPath"/>, which judges what is there already: here nothing
/// is taken that two programs could read in two ways.
/// </summary>
public static partial class UploadPath
{
    /// <summary>Of a file's name, in characters.</summary>
    public const int LongestFileName = 150;

    // Beside letters and digits. Not the marks that Windows refuses in names, nor those that separate folders anywhere.
    private const string Marks = " -_.,()[]{}&+@#%'!=;~^$–—’";

    /// <param name="today">In Vietnam.</param>
    /// <returns>The report's path with its name in Unicode's composed form, or why it cannot be sent.</returns>
    public static (string? Path, Bilingual? Why) Of(string organisation, string period, string fileName, ReportingCatalogue catalogue, DateOnly today)
    {
        if (WhyNotNamed(fileName) is { } why)
        {
            return (null, why);
        }

        var (path, fault) = ReportPath.Parse($"{organisation}/{period}/{fileName.Normalize()}", catalogue, today);
        return path is null ? (null, fault!.Message) : ($"{path.Organisation.Code}/{path.Period}/{fileName.Normalize()}", null);
    }

    /// <summary><c>bao-cao (2).xlsx</c> where <c>bao-cao.xlsx</c> is taken, and so on. Case makes no two names: a folder on Windows holds one of them.</summary>
    /// <param name="taken">Names of the folder.</param>
    public static string FreeName(string fileName, IReadOnlyCollection<string> taken)
    {
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ending = Path.GetExtension(fileName);
        var stem = Numbered().Replace(Path.GetFileNameWithoutExtension(fileName), string.Empty);
        return names.Contains(fileName)
            ? Enumerable.Range(2, names.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem} ({n}){ending}")).First(n => !names.Contains(n))
            : fileName;
    }

    private static Bilingual? WhyNotNamed(string name) =>
        string.IsNullOrWhiteSpace(name) ? new("Tệp chưa có tên.", "The file has no name.")
        : name.Length > LongestFileName ? new(
            $"Tên tệp dài {name.Length} ký tự; dài nhất là {LongestFileName}. Hãy đặt tên ngắn hơn.", $"The file's name has {name.Length} characters; {LongestFileName} are the most. Give it a shorter one.")
        : name.Contains('/', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) ? new(
            $"«{Shown(name)}» không phải là một tên tệp: tên không chứa / hoặc \\.", $"'{Shown(name)}' is no file's name: a name has neither / nor \\.")
        : Encoded().IsMatch(name) ? new(
            $"Tên tệp «{Shown(name)}» có ký tự mã hoá như %2e. Hãy viết tên bằng chính các ký tự của nó.", $"The file's name '{Shown(name)}' has encoded characters such as %2e. Write it with the characters themselves.")
        : StrangeIn(name) is { } strange ? new(
            $"Tên tệp «{Shown(name)}» có ký tự {strange} không dùng được. Hãy dùng chữ cái Latinh, chữ số và các dấu thường.",
            $"The file's name '{Shown(name)}' has the character {strange}, which cannot be used. Use Latin letters, digits and plain marks.")
        : name[0] is '.' or ' ' || name[^1] is '.' or ' ' ? new(
            $"Tên tệp «{Shown(name)}» bắt đầu hoặc kết thúc bằng dấu chấm hoặc dấu cách. Hãy bỏ dấu đó.", $"The file's name '{Shown(name)}' begins or ends with a dot or a blank. Remove it.")
        : null;

    /// <returns>As <c>U+FF0E</c>; null where there is none.</returns>
    private static string? StrangeIn(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (!IsPlain(rune) && !IsMarkOfALetter(rune)))
            {
                return $"U+{rune.Value:X4}";
            }
        }

        return name.Normalize().EnumerateRunes().Where(r => !IsPlain(r)).Select(r => $"U+{r.Value:X4}").FirstOrDefault();
    }

    // As on macOS, where ế is written in three; composed, none of them is left.
    private static bool IsMarkOfALetter(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;

    private static bool IsPlain(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || Marks.Contains((char)rune.Value, StringComparison.Ordinal)
        : Marks.Contains(rune.ToString(), StringComparison.Ordinal) || (Rune.IsLetter(rune) && rune.Value is (>= 0x00C0 and <= 0x024F) or (>= 0x1E00 and <= 0x1EFF));

    private static string Shown(string name) => OneLine.Of(name, LongestFileName);

    [GeneratedRegex(@" \([0-9]{1,4}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}

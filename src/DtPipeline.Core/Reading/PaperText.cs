using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>
/// Finds number and day of an official paper in its letterhead ("Số: 123/BC-UBND", "Hà Nội, ngày 20 tháng 6 năm 2024"), or of the report that an
/// annex says it belongs to ("Kèm theo Báo cáo số 123/BC-UBND ngày 20/6/2024"). Papers that it only cites are none.
/// </summary>
/// <remarks>Vowels are let vary, so that letters of old fonts, and letters in parts, do no harm.</remarks>
internal static partial class PaperText
{
    /// <summary>More than a line of a letterhead has.</summary>
    private const int LongestCell = 300;

    private const string State = @"\d{1,6}\p{L}?\s*/\s*\p{Lu}\p{L}{0,14}(?:-[\p{L}\d]{1,15}|\s+-\s*[\p{Lu}\d]{2,15}(?!\p{Ll})|-\s+[\p{Lu}\d]{2,15}(?!\p{Ll})){0,5}";

    /// <summary>"123-BC/TU".</summary>
    private const string Party = @"\d{1,6}\s*-\s*\p{Lu}\p{L}{1,5}\s*/\s*\p{Lu}\p{L}{1,14}(?:-[\p{L}\d]{1,15}){0,5}";

    private const string Number = $"(?<number>{State}|{Party})";
    private const string Day = @"[Nn][Gg]\S{1,3}[Yy]\s*(?<day>\d\s?\d?)\s*(?:[Tt][Hh].{1,4}[Nn][Gg]|[/.\-])\s*(?<month>\d\s?\d?)\s*(?:[Nn].{1,3}[Mm]|[/.\-])\s*(?<year>(?:\d\s?){4})";

    /// <summary>What the last word in front of a day is where it is no place.</summary>
    private static readonly string[] NoPlace = ["den", "truoc", "sau", "tu", "het", "vao", "ky", "hanh", "lieu", "cao", "chot", "so", "va"];

    /// <param name="rows">From above; of each its cells.</param>
    public static PaperReference In(IEnumerable<IEnumerable<string>> rows)
    {
        var (own, attached) = (PaperReference.None, PaperReference.None);
        foreach (var row in rows)
        {
            var cells = row.SelectMany(c => c.Split('\n')).Select(Clean).Where(c => c.Length is > 0 and <= LongestCell).ToList();
            if (cells.Exists(c => Body().IsMatch(Fold.Of(c))))
            {
                break;
            }

            // "Số:" and the number may stand in two cells.
            foreach (var text in cells.Count > 1 ? cells.Append(string.Join(' ', cells)) : cells)
            {
                own = With(own, Own(text));
                attached = With(attached, Attached(text));
            }
        }

        return own.Number is null && attached.Number is not null ? attached : own.IsEmpty ? attached : own;
    }

    private static PaperReference With(PaperReference known, PaperReference found) => new(known.Number ?? found.Number, known.Date ?? found.Date);

    private static PaperReference Own(string text)
    {
        var number = Label().Match(text);
        var behind = number.Success ? text[(number.Index + number.Length)..].TrimStart(' ', ',', ';') : text;
        return new PaperReference(number.Success ? NumberOf(number) : null, DatelineOf(behind) ?? DateOf(LabelledDate().Match(behind)));
    }

    private static PaperReference Attached(string text) =>
        AttachedTo().Match(text) is { Success: true } said ? new PaperReference(NumberOf(said), DateOf(said)) : PaperReference.None;

    private static DateOnly? DatelineOf(string text)
    {
        var line = Dateline().Match(text);
        var place = Fold.Of(line.Groups["place"].Value);
        var isPlace = line.Groups["comma"].Success || !NoPlace.Contains(place[(place.LastIndexOf(' ') + 1)..]);
        return line.Success && isPlace ? DateOf(line) : null;
    }

    private static string NumberOf(Match match) => string.Concat(match.Groups["number"].Value.Where(c => !char.IsWhiteSpace(c)));

    private static DateOnly? DateOf(Match match)
    {
        string Digits(string group) => string.Concat(match.Groups[group].Value.Where(char.IsAsciiDigit));
        var written = string.Create(CultureInfo.InvariantCulture, $"{Digits("year")}-{Digits("month").PadLeft(2, '0')}-{Digits("day").PadLeft(2, '0')}");
        return match.Success && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>Dashes and slashes of every kind become one of each, ligatures their letters, and letters set apart one word again.</summary>
    private static string Clean(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestCell + 1));
        foreach (var c in CellText.Compose(text.Length > LongestCell ? text[..(LongestCell + 1)] : text).Normalize(NormalizationForm.FormKC))
        {
            line.Append(c switch
            {
                '\u00AD' or '\u2212' => '-',
                '\u2044' or '\u2215' => '/',
                _ => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c,
            });
        }

        var words = OneLine.Of(CellText.Clean(line.ToString()), int.MaxValue).Trim();
        var parts = words.Split(' ');
        return parts.Length > 5 && parts.Count(p => p.Length == 1) > parts.Length * 2 / 3 ? string.Concat(parts) : words;
    }

    /// <summary>Where the letterhead has ended for certain.</summary>
    [GeneratedRegex(@"^(can cu|kinh gui|thuc hien (cong van|van ban|nghi|quyet|chi thi|ke hoach|chuong trinh|thong)|noi nhan)\b")]
    private static partial Regex Body();

    [GeneratedRegex($@"^[^\p{{L}}\d]{{0,3}}(?:[Ss][ốỐôÔèo]|SO|[Ss]\S{{1,3}}(?=\s*:)|[Nn]o\.)(?:\s*(?:văn bản|ký hiệu|hiệu|báo cáo|công văn))?\s*[:.]?\s*{Number}", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex($@"^(?<place>[^\d:()/]{{0,40}}?)(?<comma>[,;])?\s*{Day}\s*[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    /// <summary>"Ngày ký: 20/6/2024", or a cell of a day beside such words.</summary>
    [GeneratedRegex(@"^ngày (?:báo cáo|văn bản|ký|lập|ban hành|phát hành)\s*:?\s*(?:(?<day>\d{1,2})[/.\-](?<month>\d{1,2})[/.\-](?<year>\d{4})|(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2}))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledDate();

    [GeneratedRegex($@"(?:[Kk]èm theo|KÈM THEO)[^\d.;]{{0,40}}?(?:[Bb]áo cáo|BÁO CÁO|[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình|BC|CV)[^\d.;]{{0,30}}?[Ss]ố\s*:?\s*{Number}(?:[^\d.;]{{0,40}}?{Day})?", RegexOptions.CultureInvariant)]
    private static partial Regex AttachedTo();
}

using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Words in headers that say which of several columns of values one is, as <see cref="Fold"/> writes them.</summary>
internal static class ColumnWords
{
    /// <summary>The longest first, so that "kết quả thực hiện" is not "kết quả" of something.</summary>
    private static readonly string[] Values =
    [
        "so lieu thuc hien", "so da thuc hien", "so thuc hien", "da thuc hien", "so lieu bao cao", "ket qua thuc hien", "ket qua dat duoc", "uoc thuc hien", "thuc hien", "thuc te", "so lieu", "ket qua", "gia tri", "uoc tinh", "uoc th", "uoc dat",
        "actual", "result", "value", "uoc", "th",
    ];

    private static readonly string[] Plans = ["ke hoach", "muc tieu", "chi tieu giao", "chi tieu ke hoach", "du toan", "du kien", "dinh muc", "phan dau", "nhu cau", "plan", "target", "kh"];

    private static readonly string[] Comparisons = ["so voi", "so sanh", "so cung ky", "so ky truoc", "so ke hoach", "tang", "giam", "chenh lech", "dat", "hoan thanh", "ty le hoan thanh", "ty le dat", "ti le dat", "muc do", "toc do", "change"];

    private static readonly string[] Earlier = ["truoc", "cung ky", "nam ngoai", "previous"];

    private static readonly HashSet<string> Now = new(StringComparer.Ordinal)
    {
        "ky nay", "quy nay", "thang nay", "nam nay", "ky bao cao", "ky bao cao nay", "quy bao cao", "thang bao cao", "nam bao cao", "trong ky", "trong ky bao cao", "trong quy", "trong thang", "trong nam",
        "bao cao", "hien tai", "hien nay", "ky hien tai", "current", "current period", "this period",
    };

    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "so luong", "so tuyet doi", "so", "tuyet doi", "count", "number", "so lieu tuyet doi", "sl" };

    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal) { "ty le", "ti le", "ty le phan tram", "phan tram", "ty trong", "rate", "percent", "percentage", "share", "tl" };

    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "tong", "tong so", "tong cong", "tong chung", "chung", "cong", "toan bo", "toan tinh", "toan thanh pho", "toan nganh", "toan dia ban", "ca tinh", "total", "all", "tat ca",
    };

    /// <summary>Parts of a whole: a column of one holds nobody else's figure, even where it stands alone.</summary>
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "nam", "nu", "nam gioi", "nu gioi", "male", "female", "cap bo", "cap tinh", "cap huyen", "cap xa", "cap so", "cap phong", "thanh thi", "nong thon", "trong do", "rieng", "urban", "rural",
    };

    /// <summary>What stands in a column of parts for the whole: words, and the codes of SDMX.</summary>
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "ca nuoc", "toan quoc", "ca hai", "ca hai gioi", "chung ca hai", "both", "both sexes", "t", "whole" };

    /// <summary>What is said behind a word for values; null where the header does not begin with one.</summary>
    public static (string Behind, bool IsEstimate)? AfterValue(string folded)
    {
        foreach (var word in Values)
        {
            if (folded == word || folded.StartsWith($"{word} ", StringComparison.Ordinal))
            {
                return (folded[word.Length..].Trim(), word.StartsWith("uoc", StringComparison.Ordinal));
            }
        }

        return null;
    }

    public static bool IsPlan(string folded) => Begins(folded, Plans);

    /// <summary>"Giảm" and not "giám đốc", which is written the same without marks.</summary>
    public static bool IsComparison(string folded) => Begins(folded, Comparisons) && !folded.StartsWith("giam doc", StringComparison.Ordinal) && !folded.StartsWith("giam sat", StringComparison.Ordinal);

    public static bool IsEarlier(string folded) => Array.Exists(Earlier, w => $" {folded} ".Contains($" {w} ", StringComparison.Ordinal));

    public static bool IsNow(string folded) => Now.Contains(folded);

    public static bool IsToDate(string folded) =>
        folded.Contains("luy ke", StringComparison.Ordinal) || folded.Contains("cong don", StringComparison.Ordinal) || folded.Contains("tu dau nam", StringComparison.Ordinal) || folded == "cumulative";

    public static bool IsCount(string folded) => Counts.Contains(folded);

    public static bool IsRate(string folded) => Rates.Contains(folded);

    public static bool IsTotal(string folded) => Totals.Contains(folded);

    public static bool IsWhole(string folded) => Totals.Contains(folded) || Wholes.Contains(folded);

    public static bool IsPart(string folded) => Parts.Contains(folded) || folded.StartsWith("trong do ", StringComparison.Ordinal);

    private static bool Begins(string folded, string[] words) => Array.Exists(words, w => folded == w || folded.StartsWith($"{w} ", StringComparison.Ordinal));
}

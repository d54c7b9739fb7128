using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>The names that columns have in reports, in Vietnamese and English, as <see cref="Fold"/> writes them.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, ReportColumn> Known = Index(
        (ReportColumn.Indicator, ["indicator", "indicator code", "code", "ma", "ma so", "ma chi tieu", "ma so chi tieu", "ma ct", "ma nhiem vu", "task code"]),
        (ReportColumn.Name, ["chi tieu", "ten chi tieu", "noi dung", "noi dung chi tieu", "noi dung bao cao", "chi tieu bao cao", "danh muc chi tieu", "chi so", "ten chi so", "indicator name", "name", "nhiem vu", "ten nhiem vu", "noi dung nhiem vu", "nhiem vu duoc giao", "task"]),
        (ReportColumn.Value, ["value", "obs value", "gia tri", "thuc hien", "ket qua", "ket qua thuc hien", "ket qua dat duoc", "so lieu", "so lieu thuc hien", "so lieu bao cao", "so lieu ky nay", "thuc hien ky nay", "thuc hien trong ky", "thuc hien ky bao cao", "ky nay", "trong ky", "ky bao cao nay", "uoc thuc hien", "uoc thuc hien ky nay", "uoc th", "tien do", "tien do thuc hien", "actual", "result", "progress"]),
        (ReportColumn.Cumulative, ["luy ke", "luy ke thuc hien", "thuc hien luy ke", "luy ke tu dau nam", "luy ke den ky bao cao", "luy ke den nay", "cong don", "cumulative"]),
        (ReportColumn.Organisation, ["organisation", "organization", "co quan", "co quan bao cao", "don vi bao cao", "ten don vi", "dia phuong", "tinh", "tinh thanh pho", "bo nganh", "bo nganh dia phuong", "ref area", "province"]),
        (ReportColumn.Period, ["period", "time period", "ky", "ky bao cao", "ky so lieu", "thoi gian", "thoi ky"]),
        (ReportColumn.Unit, ["unit", "unit measure", "don vi tinh", "dvt", "don vi", "dv tinh", "d v t"]),
        (ReportColumn.UnitMultiplier, ["unit mult"]),
        (ReportColumn.Status, ["status", "obs status", "trang thai"]),
        (ReportColumn.Action, ["action"]),
        (ReportColumn.Note, ["note", "notes", "ghi chu", "dien giai", "giai trinh", "comment", "obs comment"]),
        (ReportColumn.Numerator, ["numerator", "tu so"]),
        (ReportColumn.Denominator, ["denominator", "mau so"]),
        (ReportColumn.Part, ["phan to", "phan to theo", "phan theo", "chia theo", "gioi tinh", "sex", "gender", "nhom tuoi", "do tuoi", "age", "age group", "khu vuc", "thanh thi nong thon", "dan toc", "breakdown", "disaggregation"]));

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "stt", "tt", "so tt", "so thu tu", "no", "ke hoach", "ke hoach nam", "ke hoach ky", "muc tieu", "chi tieu giao", "chi tieu ke hoach", "so cung ky", "so voi cung ky", "cung ky",
        "cung ky nam truoc", "so ky truoc", "so voi ky truoc", "ky truoc", "thuc hien ky truoc", "so ke hoach", "so voi ke hoach", "ty le", "ty le hoan thanh", "tang giam", "plan", "target",
        "previous", "previous period", "change", "dataflow", "structure", "structure id", "structure name", "freq", "decimals", "conf status", "don vi thuc hien", "don vi chu tri",
        "organisation label", "indicator label", "form", "file id", "uploaded at", "closed at", "closed by", "after closing",
    };

    private static readonly HashSet<string> Ordinals = new(StringComparer.Ordinal) { "stt", "tt", "so tt", "so thu tu", "no" };

    /// <param name="folded">A header as <see cref="Fold"/> writes it.</param>
    public static ReportColumn? Find(string folded) => Known.TryGetValue(folded, out var column) ? column : null;

    /// <summary>A column that reports have and that nothing is taken from.</summary>
    public static bool IsPassedOver(string folded) =>
        Passed.Contains(folded) || folded.StartsWith("ke hoach", StringComparison.Ordinal) || folded.StartsWith("so voi ", StringComparison.Ordinal);

    public static bool IsOrdinal(string folded) => Ordinals.Contains(folded);

    public static bool IsEstimate(string folded) => folded.StartsWith("uoc ", StringComparison.Ordinal);

    private static Dictionary<string, ReportColumn> Index(params (ReportColumn Column, string[] Names)[] columns) =>
        columns.SelectMany(c => c.Names.Select(n => (n, c.Column))).ToDictionary(x => x.n, x => x.Column, StringComparer.Ordinal);
}

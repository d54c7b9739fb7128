using DtPipeline.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Quarterly reports of a province: some of its indicators, each with a value in its range, a nil, or nothing.</summary>
internal static class ReportCases
{
    private static readonly Indicator[] Quarterly =
        [.. TheCatalogue.Default.Indicators.Where(i => i.Frequency == Frequency.Quarterly && !i.NationalOnly)];

    private static readonly string[] Words =
    [
        "đã triển khai trên toàn tỉnh", "số liệu ước tính", "cập nhật đến ngày 14 tháng 6", "Sở Thông tin và Truyền thông", "chưa đối soát với bộ",
        "tăng so với kỳ trước", "theo văn bản 344/TB-VPCP", "các xã vùng sâu, vùng xa", "người dân và doanh nghiệp", "quyết toán; chờ duyệt",
        "\"trích\" nguyên văn", "l'été", "a|b", "50%", "1.234,5", "dòng một\ndòng hai", "=1+1", "<b>&amp;</b>", "C:\\so-lieu", "hai  dấu  cách",
        "½ số xã", "😀", "rộng\u200Bkhông", "cách\u00A0cứng", "ﬁnal", "Đắk Lắk – Ðak Lak", "“ngoặc”", "'", "\"", "‰ … —", "不明", "ไทย",
    ];

    public static Gen<ReportCase> All { get; } =
        from format in Gen.Elements(Enum.GetValues<FileFormat>())
        from shape in Gen.Elements(Enum.GetValues<TableShape>())
        from encoding in Gen.Elements(Enum.GetValues<TextEncoding>())
        from numbers in Gen.Elements(Enum.GetValues<NumberWriting>())
        from count in Gen.Choose(1, Quarterly.Length)
        from indicators in Gen.Shuffle(Quarterly)
        from cells in Gen.CollectToSequence(indicators.Take(count), Cell)
        from seed in Gen.Choose(0, int.MaxValue)
        select new ReportCase(format, shape, encoding, numbers, BeyondFractions([.. cells], numbers == NumberWriting.Fractions && format is not (FileFormat.SdmxCsv1 or FileFormat.SdmxCsv2)), seed);

    private static Gen<TrueCell> Cell(Indicator indicator) =>
        from saying in Gen.Frequency((8, Gen.Constant(Saying.Value)), (1, Gen.Constant(Saying.Nil)), (1, Gen.Constant(Saying.Missing)))
        from value in Value(indicator)
        from note in Gen.Frequency((2, Gen.Constant(string.Empty)), (3, Note))
        select new TrueCell(indicator, saying, value, note);

    private static Gen<string> Note =>
        from count in Gen.Choose(1, 5)
        from words in Gen.ArrayOf(Gen.Elements(Words), count)
        select string.Join(' ', words);

    private static Gen<decimal> Value(Indicator indicator) => indicator.Unit switch
    {
        "percent" => Gen.Frequency(
            (1, Gen.Elements(0m, 1m, 100m)),
            (6, Gen.Choose(1, 1_000).Select(n => n / 10m)),
            (3, Gen.Choose(1, 100_000).Select(n => n / 1_000m))),
        "yes_no" => Gen.Elements(0m, 1m),
        _ => Gen.OneOf(Gen.Choose(0, 999), Gen.Choose(1_000, 999_999), Gen.Choose(1_000_000, int.MaxValue), Gen.Choose(0, 400).Select(n => n * 1_000)).Select(n => (decimal)n),
    };

    /// <summary>
    /// A column without any percentage above 1 is read as fractions, and one with all of them 0 and 1 is not, as it is decided: so a table that
    /// has a small percentage gets a large one, and one of fractions a fraction that is beyond doubt.
    /// </summary>
    /// <param name="areWritten">As fractions; SDMX-CSV has every number as it is.</param>
    private static List<TrueCell> BeyondFractions(List<TrueCell> cells, bool areWritten)
    {
        var percents = cells.FindAll(c => c.Indicator.Unit == "percent" && c.Saying == Saying.Value);
        var isSure = areWritten
            ? percents.Exists(c => c.Value is > 0 and < 100)
            : percents.TrueForAll(c => c.Value is 0 or 1) || percents.Exists(c => c.Value > 1);
        if (percents.Count > 0 && !isSure)
        {
            cells[cells.IndexOf(percents[0])] = percents[0] with { Value = 45.5m };
        }

        return cells;
    }
}

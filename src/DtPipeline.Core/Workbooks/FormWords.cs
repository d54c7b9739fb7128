using System.Globalization;
using DtPipeline.Catalogue;

namespace DtPipeline.Workbooks;

/// <summary>How Vietnamese forms write periods and units.</summary>
internal static class FormWords
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public static string Of(Period period) => period.Frequency switch
    {
        Frequency.Monthly => string.Create(CultureInfo.InvariantCulture, $"Tháng {period.Number}/{period.Year}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"Quý {Roman[period.Number - 1]}/{period.Year}"),
        Frequency.HalfYear => string.Create(CultureInfo.InvariantCulture, $"6 tháng {(period.Number == 1 ? "đầu" : "cuối")} năm {period.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Năm {period.Year}"),
    };

    public static string OfUnit(string unit) => unit switch
    {
        "percent" => "%",
        "yes_no" => "có/không",
        "score" => "điểm",
        "rank" => "hạng",
        "vnd_million" => "triệu đồng",
        "usd_million" => "triệu USD",
        _ => "số lượng",
    };

    public static string OfFlag(double value) => value == 0 ? "không" : "có";
}

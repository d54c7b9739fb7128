namespace DtPipeline.Answers.Templates;

/// <summary>How Vietnamese forms write units and flags.</summary>
internal static class FormWords
{
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

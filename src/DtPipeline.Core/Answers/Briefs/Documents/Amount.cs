namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A value with its unit, as people say it: 76 million, 117.3 billion USD, 52.3 %.</summary>
internal static class Amount
{
    private const double Million = 1e6;
    private const double Billion = 1e9;

    /// <param name="unit">As in <c>Indicator.Unit</c>.</param>
    public static string Of(double value, string unit, BriefLanguage language) => unit switch
    {
        "percent" => language.Percent(value),
        "usd_million" => Worded(value * Million, language) + Run.NoBreak + "USD",
        "vnd_million" => language.IsVietnamese
            ? Dong(value, language)
            : Worded(value * Million, language) + Run.NoBreak + "VND",
        "score" => language.Number(value, Math.Abs(value) < 1 ? 4 : 1),
        _ => Worded(value, language),
    };

    /// <summary>The same without what the header of a column says: the percent sign.</summary>
    public static string InColumn(double value, string unit, BriefLanguage language) => Of(value, unit, language);

    /// <summary>How far a value has gone: of a ratio in points.</summary>
    public static string Change(double value, string unit, BriefLanguage language) => unit switch
    {
        "percent" => language.Number(value) + Run.NoBreak + language.Of("điểm %", value is 1 or -1 ? "point" : "points"),
        _ => Of(value, unit, language),
    };

    /// <summary>Of a change with its sign, as a table has it.</summary>
    public static string Signed(double value, string unit, BriefLanguage language)
    {
        var text = unit == "percent" ? language.Number(value) : Of(value, unit, language);
        return value > 0 ? "+" + text : text;
    }

    /// <summary>Millions and thousands of millions by name where nothing of the number is lost by it.</summary>
    private static string Worded(double value, BriefLanguage language) =>
        IsShort(value, Billion) ? language.Number(value / Billion) + Run.NoBreak + language.Of("tỷ", "billion")
        : IsShort(value, Million) ? language.Number(value / Million) + Run.NoBreak + language.Of("triệu", "million")
        : language.Number(value, value == Math.Floor(value) ? 0 : 1);

    private static string Dong(double millions, BriefLanguage language) =>
        IsShort(millions * Million, Billion) ? language.Number(millions / 1000) + Run.NoBreak + "tỷ đồng" : language.Number(millions) + Run.NoBreak + "triệu đồng";

    /// <summary>It is at least one of these, and has one decimal of them at most.</summary>
    private static bool IsShort(double value, double of) => Math.Abs(value) >= of && Math.Abs(Math.Round(10 * value / of) - (10 * value / of)) < 1e-9;
}

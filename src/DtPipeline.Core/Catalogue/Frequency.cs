using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

public enum Frequency
{
    Monthly,
    Quarterly,
    HalfYear,
    Annual,
}

public static class FrequencyText
{
    private static readonly Dictionary<string, Frequency> ByName = new(StringComparer.Ordinal)
    {
        ["monthly"] = Frequency.Monthly,
        ["quarterly"] = Frequency.Quarterly,
        ["half-year"] = Frequency.HalfYear,
        ["annual"] = Frequency.Annual,
    };

    public static bool TryParse(string text, out Frequency frequency) => ByName.TryGetValue(text, out frequency);

    public static int MonthsOf(this Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYear => 6,
        _ => 12,
    };

    public static Bilingual Name(this Frequency frequency) => frequency switch
    {
        Frequency.Monthly => new("tháng", "monthly"),
        Frequency.Quarterly => new("quý", "quarterly"),
        Frequency.HalfYear => new("sáu tháng", "half-year"),
        _ => new("năm", "annual"),
    };
}

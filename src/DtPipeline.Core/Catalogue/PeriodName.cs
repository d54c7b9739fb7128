using System.Globalization;
using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>A period as people say it: Quý II/2024, second quarter of 2024.</summary>
internal static class PeriodName
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];
    private static readonly string[] Ordinals = ["First", "Second", "Third", "Fourth"];
    private static readonly string[] HalvesVi = ["đầu", "cuối"];

    public static Bilingual Of(Period period)
    {
        var year = period.Year.ToString(CultureInfo.InvariantCulture);
        var at = period.Number - 1;
        return period.Frequency switch
        {
            Frequency.Monthly => new(
                $"Tháng {period.Number.ToString(CultureInfo.InvariantCulture)}/{year}",
                $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(period.Number)} {year}"),
            Frequency.Quarterly => new($"Quý {Roman[at]}/{year}", $"{Ordinals[at]} quarter of {year}"),
            Frequency.HalfYear => new($"6 tháng {HalvesVi[at]} năm {year}", $"{Ordinals[at]} half of {year}"),
            _ => new($"Năm {year}", $"Year {year}"),
        };
    }
}

using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class PeriodNameTests
{
    [Theory]
    [InlineData("2024-06", "Tháng 6/2024", "June 2024")]
    [InlineData("2024-Q2", "Quý II/2024", "Second quarter of 2024")]
    [InlineData("2024-Q4", "Quý IV/2024", "Fourth quarter of 2024")]
    [InlineData("2024-S1", "6 tháng đầu năm 2024", "First half of 2024")]
    [InlineData("2024-S2", "6 tháng cuối năm 2024", "Second half of 2024")]
    [InlineData("2024", "Năm 2024", "Year 2024")]
    public void APeriodIsSaidInWords(string period, string vi, string en) =>
        Assert.Equal(new Bilingual(vi, en), Culture.Of("th-TH", () => PeriodName.Of(TheCatalogue.Period(period))));
}

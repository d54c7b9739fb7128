using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class FrequencyTextTests
{
    [Theory]
    [InlineData(Frequency.Monthly, 1, "tháng", "monthly")]
    [InlineData(Frequency.Quarterly, 3, "quý", "quarterly")]
    [InlineData(Frequency.HalfYear, 6, "sáu tháng", "half-year")]
    [InlineData(Frequency.Annual, 12, "năm", "annual")]
    public void KnowsEachFrequencysMonthsAndNames(Frequency frequency, int months, string vi, string en)
    {
        Assert.True(FrequencyText.TryParse(en, out var read));
        Assert.Equal(frequency, read);
        Assert.Equal(months, frequency.MonthsOf());
        Assert.Equal(new Bilingual(vi, en), frequency.Name());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Monthly")]
    [InlineData("weekly")]
    public void RejectsOtherWords(string text) => Assert.False(FrequencyText.TryParse(text, out _));
}

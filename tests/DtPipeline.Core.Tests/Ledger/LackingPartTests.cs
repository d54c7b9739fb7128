using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Ledger;

public sealed class LackingPartTests
{
    [Theory]
    [InlineData(10, "")]
    [InlineData(11, ", …")]
    public void TheFirstTenAreNamed(int count, string more)
    {
        var indicators = TheCatalogue.Default.Indicators.Take(count).ToList();

        var part = LackingPart.From(new LackingIndicators("PROV-Q", 25, indicators));

        Assert.Equal((count, 25), (part.Count, part.Required));
        Assert.Equal(indicators.Take(10).Select(i => i.Code), part.First);
        Assert.Equal(string.Join(", ", indicators.Take(10).Select(i => i.Code)) + more, part.Codes);
    }

    [Theory]
    [InlineData(1, "is")]
    [InlineData(2, "are")]
    public void SaysHowManyOfHowManyAreMissing(int count, string verb)
    {
        var part = new LackingPart(count, 25, ["DG-06"]);

        Assert.Equal(new Bilingual($"thiếu {count} trong 25 chỉ tiêu bắt buộc", $"{count} of 25 required indicators {verb} missing"), part.Said);
        Assert.Equal(new Bilingual($"thiếu {count}/25", $"{count} of 25"), part.Share);
    }
}

using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>What is said where several owe one report, and of some of them.</summary>
public sealed class OwedBySeveralTests
{
    private static readonly DateOnly Today = new(2023, 6, 26);

    /// <summary>Hà Nội, Hà Giang, Cao Bằng, Bắc Kạn, Tuyên Quang and one more.</summary>
    private static readonly Organisation[] Six = [.. TheCatalogue.Default.Organisations.Where(o => o.IsIn("@provinces") && o.IsValidOn(Today)).Take(6)];

    private static readonly OwedBy All = new(
        new Bilingual("Cả 63 cơ quan", "All 63 organisations"), true, new Bilingual("nộp", "filed"), new Bilingual("«Báo cáo»", "the 'Report'"), Today)
    {
        Owing = 63,
        Refused = new Dictionary<string, DateOnly> { [Six[0].Code] = new(2023, 6, 20), [Six[1].Code] = new(2023, 6, 21) },
        Lacking = null,
    };

    [Fact]
    public void OneIsCalledByItsName()
    {
        var one = All.Of(Six[2]);

        Assert.Equal((new Bilingual("Cao Bằng", "Cao Bang"), false, 1, null), (one.Who, one.IsMany, one.Owing, one.Refused));
        Assert.Equal(new Bilingual("Cao Bằng chưa nộp «Báo cáo»: hạn là hôm nay (26/06/2023).", "Cao Bang has not filed the 'Report': due today (2023-06-26)."), one.On(Today));
    }

    [Fact]
    public void UpToFiveAreNamedAndMoreAreCounted()
    {
        var (five, six) = (All.Of(Six[..5]), All.Of(Six));

        Assert.Equal(
            new Bilingual(string.Join(", ", Six[..5].Select(o => o.NameVi)), string.Join(", ", Six[..5].Select(o => o.NameEn))),
            five.Who);
        Assert.Equal((true, 5), (five.IsMany, five.Owing));
        Assert.Equal((new Bilingual("6 cơ quan", "6 organisations"), true, 6), (six.Who, six.IsMany, six.Owing));
    }

    [Fact]
    public void OfThoseWhoWereRefusedOnlyTheNamedRemain()
    {
        Assert.Equal([KeyValuePair.Create(Six[1].Code, new DateOnly(2023, 6, 21))], All.Of(Six[1..3]).Refused!);
        Assert.Null(All.Of(Six[2..4]).Refused);
        Assert.Null((All with { Refused = null }).Of(Six).Refused);
    }

    [Fact]
    public void SaysHowManyAreSilentAndHowManyWereRefused()
    {
        Assert.Equal(
            new Bilingual(
                "Trong 3 cơ quan, 1 chưa nộp «Báo cáo» và 2 đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào: hạn là hôm nay (26/06/2023).",
                "Of 3 organisations, 1 has not filed the 'Report' and 2 have sent something (first received 2023-06-20) of which nothing could be taken: due today (2023-06-26)."),
            All.Of(Six[..3]).On(Today));
        Assert.Equal(
            new Bilingual(
                "Trong 3 cơ quan, 2 chưa nộp «Báo cáo» và 1 đã gửi tệp (nhận lần đầu 21/06/2023) nhưng không lưu được số liệu nào: hạn là hôm nay (26/06/2023).",
                "Of 3 organisations, 2 have not filed the 'Report' and 1 has sent something (first received 2023-06-21) of which nothing could be taken: due today (2023-06-26)."),
            All.Of(Six[1..4]).On(Today));
    }

    [Fact]
    public void WhereAllOfSeveralWereRefusedNobodyIsCalledSilent() => Assert.Equal(
        new Bilingual(
            $"{Six[0].NameVi}, {Six[1].NameVi} đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào của «Báo cáo»: hạn là hôm nay (26/06/2023).",
            $"{Six[0].NameEn}, {Six[1].NameEn} have sent something (first received 2023-06-20), but nothing of the 'Report' could be taken: due today (2023-06-26)."),
        All.Of(Six[..2]).On(Today));

    [Theory]
    [InlineData(false, 1, "has")]
    [InlineData(true, 1, "have")]
    [InlineData(false, 2, "have")]
    public void SeveralHaveWhereOneHas(bool isMany, int owing, string verb)
    {
        var owed = All with { IsMany = isMany, Owing = owing, Refused = null };

        Assert.Equal($"All 63 organisations {verb} not filed the 'Report': due today (2023-06-26).", owed.On(Today).En);
        Assert.Equal(
            $"All 63 organisations {verb} filed the 'Report'; 1 of 2 required indicators is missing.",
            (owed with { Lacking = new LackingPart(1, 2, ["DG-06"]) }).Settled.En);
    }
}

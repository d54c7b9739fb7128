using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>What is said of a report that is due on 26 June 2023.</summary>
public sealed class OwedByTests
{
    private static readonly DateOnly Due = new(2023, 6, 26);
    private static readonly DateOnly Later = new(2023, 6, 29);

    private static readonly OwedBy Nothing = new(
        new Bilingual("Hà Nội", "Ha Noi"), false, new Bilingual("nộp", "filed"), new Bilingual("«Báo cáo» kỳ 2023-Q2", "the 'Report' for 2023-Q2"), Due);

    private static readonly OwedBy Incomplete = Nothing with { Lacking = new LackingPart(2, 25, ["DG-06", "DG-13"]) };
    private static readonly OwedBy Refused = Nothing with { Refused = new Dictionary<string, DateOnly> { ["P63-01"] = new(2023, 6, 20) } };

    [Theory]
    [InlineData(-2, "còn 2 ngày (hạn 26/06/2023)", "due in 2 days (2023-06-26)")]
    [InlineData(-1, "còn 1 ngày (hạn 26/06/2023)", "due in 1 day (2023-06-26)")]
    [InlineData(0, "hạn là hôm nay (26/06/2023)", "due today (2023-06-26)")]
    [InlineData(1, "quá hạn 1 ngày (hạn 26/06/2023)", "1 day overdue (due 2023-06-26)")]
    [InlineData(2, "quá hạn 2 ngày (hạn 26/06/2023)", "2 days overdue (due 2023-06-26)")]
    public void SaysHowFarTheDueDayIs(int days, string vi, string en)
    {
        Assert.Equal(new Bilingual($"Hà Nội chưa nộp «Báo cáo» kỳ 2023-Q2: {vi}.", $"Ha Noi has not filed the 'Report' for 2023-Q2: {en}."), Nothing.On(Due.AddDays(days)));
        Assert.Equal(new Bilingual($"{vi}, chưa nộp «Báo cáo» kỳ 2023-Q2", $"{en}, not filed: the 'Report' for 2023-Q2"), Nothing.TogetherOn(Due.AddDays(days)));
    }

    [Fact]
    public void SaysInBracketsWhatIsDoneAlready() => Assert.Equal(
        new Bilingual("Hà Nội chưa nộp «Báo cáo» kỳ 2023-Q2 (đạt 60 %): hạn là hôm nay (26/06/2023).", "Ha Noi has not filed the 'Report' for 2023-Q2 (60 % done): due today (2023-06-26)."),
        (Nothing with { Known = new Bilingual("đạt 60 %", "60 % done") }).On(Due));

    [Fact]
    public void SaysOfWhatIsDeliveredWhatIsMissing()
    {
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã nộp «Báo cáo» kỳ 2023-Q2 nhưng thiếu 2 trong 25 chỉ tiêu bắt buộc (DG-06, DG-13): quá hạn 3 ngày (hạn 26/06/2023).",
                "Ha Noi has filed the 'Report' for 2023-Q2, but 2 of 25 required indicators are missing (DG-06, DG-13): 3 days overdue (due 2023-06-26)."),
            Incomplete.On(Later));
        Assert.Equal(
            new Bilingual(
                "quá hạn 3 ngày (hạn 26/06/2023), đã nộp nhưng thiếu chỉ tiêu bắt buộc của «Báo cáo» kỳ 2023-Q2",
                "3 days overdue (due 2023-06-26), filed but required indicators are missing: the 'Report' for 2023-Q2"),
            Incomplete.TogetherOn(Later));
    }

    [Fact]
    public void SaysOfWhatWasRefusedThatItWasSentAndWhen()
    {
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã gửi tệp (nhận lần đầu 20/06/2023) nhưng không lưu được số liệu nào của «Báo cáo» kỳ 2023-Q2: quá hạn 3 ngày (hạn 26/06/2023).",
                "Ha Noi has sent something (first received 2023-06-20), but nothing of the 'Report' for 2023-Q2 could be taken: 3 days overdue (due 2023-06-26)."),
            Refused.On(Later));
        Assert.Equal(
            new Bilingual(
                "quá hạn 3 ngày (hạn 26/06/2023), đã gửi tệp nhưng không lưu được số liệu nào của «Báo cáo» kỳ 2023-Q2",
                "3 days overdue (due 2023-06-26), sent but nothing could be taken: the 'Report' for 2023-Q2"),
            Refused.TogetherOn(Later));
    }

    [Fact]
    public void WhereNobodyIsRefusedNothingWasReceived()
    {
        var nobody = Refused with { Refused = new Dictionary<string, DateOnly>() };

        Assert.Null(nobody.Received);
        Assert.Equal(Nothing.On(Later), nobody.On(Later));
    }

    [Fact]
    public void TheFirstOfWhatWasRefusedIsNamed() => Assert.Equal(
        new Bilingual("nhận lần đầu 20/06/2023", "first received 2023-06-20"),
        (Refused with { Refused = new Dictionary<string, DateOnly> { ["P63-02"] = new(2023, 6, 22), ["P63-01"] = new(2023, 6, 20), ["P63-04"] = new(2023, 6, 21) } }).Received);

    [Fact]
    public void SaysOnceItIsDeliveredWhatIsStillMissing()
    {
        Assert.Equal(
            new Bilingual("Hà Nội: «Báo cáo» kỳ 2023-Q2 không còn quá hạn.", "Ha Noi: the 'Report' for 2023-Q2 is no longer overdue."),
            Nothing.Settled);
        Assert.Equal(
            new Bilingual(
                "Hà Nội đã nộp «Báo cáo» kỳ 2023-Q2, còn thiếu 2 trong 25 chỉ tiêu bắt buộc.",
                "Ha Noi has filed the 'Report' for 2023-Q2; 2 of 25 required indicators are missing."),
            Incomplete.Settled);
    }

    [Fact]
    public void AHeadlineSaysThatNothingIsOverdueOrRemindedOfAnyMore()
    {
        Assert.Equal(new Bilingual("không còn quá hạn «Báo cáo» kỳ 2023-Q2", "no longer overdue: the 'Report' for 2023-Q2"), Nothing.TogetherSettled);
        Assert.Equal(new Bilingual("thôi nhắc «Báo cáo» kỳ 2023-Q2", "no more reminder of the 'Report' for 2023-Q2"), Nothing.TogetherNotReminded);
    }
}

using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Core.Tests.Progress.Targets;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>What is said of targets whose standing is given.</summary>
public sealed class TargetWordsTests
{
    private static readonly Indicator Share = TheCatalogue.Indicator("DG-05");
    private static readonly Indicator Count = TheCatalogue.Indicator("DS-05");
    private static readonly TargetProgress Known = new(TargetStatus.NotJudged, 80, new DateOnly(2023, 12, 31), Last: new TargetPoint("2023-Q2", 40.125));

    [Theory]
    [InlineData("@all", "Cả nước", "Viet Nam")]
    [InlineData("@provinces", "Các địa phương", "The provinces")]
    [InlineData("@ministries", "Các bộ, ngành", "The ministries and agencies")]
    [InlineData("P63-01", "Hà Nội", "Ha Noi")]
    [InlineData("@towns", "@towns", "@towns")]
    public void ATargetIsNamedByWhoseItIsWhatItIsAndByWhen(string whose, string vi, string en) => Assert.Equal(
        new Bilingual(
            $"{vi}, DG-05 Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến, mục tiêu 80 % đến 31/12/2023",
            $"{en}, DG-05 Adults using online public services, target 80 % by 2023-12-31"),
        TargetWords.What(Share.Of(whose, "2023-Q2", 40), Known, TheCatalogue.Default));

    [Fact]
    public void ATargetOfAYesOrNoOfManySaysOfHowMany() => Assert.Equal(
        new Bilingual("Hà Nội, DS-05 Số tổ công nghệ số cộng đồng, mục tiêu 62/63 đến 31/12/2023", "Ha Noi, DS-05 Community digital technology groups, target 62/63 by 2023-12-31"),
        TargetWords.What(Count.Of("P63-01", "2023-Q2", 40), Known with { Target = 62, Owed = 63 }, TheCatalogue.Default));

    [Theory]
    [InlineData(null, "40.13 % trong kỳ 2023-Q2; theo đà hiện nay sẽ là 61.5 %", "40.13 % in 2023-Q2; as it goes it would be 61.5 %")]
    [InlineData(9.25, "40.13 % trong kỳ 2023-Q2; theo đà hiện nay sẽ là 61.5 %, cần +9.25 % mỗi kỳ quý", "40.13 % in 2023-Q2; as it goes it would be 61.5 %, and needs +9.25 % each quarterly period")]
    [InlineData(-2.5, "40.13 % trong kỳ 2023-Q2; theo đà hiện nay sẽ là 61.5 %, cần -2.5 % mỗi kỳ quý", "40.13 % in 2023-Q2; as it goes it would be 61.5 %, and needs -2.5 % each quarterly period")]
    [InlineData(0.0, "40.13 % trong kỳ 2023-Q2; theo đà hiện nay sẽ là 61.5 %, cần 0 % mỗi kỳ quý", "40.13 % in 2023-Q2; as it goes it would be 61.5 %, and needs 0 % each quarterly period")]
    public void OffTrackSaysWhereItLeadsAndWhatItTakesWhereSomethingCanBeDoneYet(double? pace, string vi, string en) => Assert.Equal(
        new Bilingual(vi, en),
        TargetWords.OffTrack(Share, Known with { Projection = new TargetProjection("2023-Q4", 61.5, ProjectionMethod.Drift, null, null), Pace = pace }));

    [Fact]
    public void OffTrackWithoutAProjectionIsWhatIsNotDone()
    {
        Assert.Equal(new Bilingual("40.13 trong kỳ 2023-Q2, chưa thực hiện", "40.13 in 2023-Q2, not done yet"), TargetWords.OffTrack(Count, Known));
        Assert.Equal(new Bilingual("chưa có số liệu, chưa thực hiện", "without a figure, not done yet"), TargetWords.OffTrack(Count, Known with { Last = null }));
    }

    [Theory]
    [InlineData(null, "không đạt, 40.13 % trong kỳ 2023-Q2", "missed, 40.13 % in 2023-Q2")]
    [InlineData(TargetReason.Awaited, "không đạt, 40.13 % trong kỳ 2023-Q2; số liệu của kỳ đến hạn chưa có", "missed, 40.13 % in 2023-Q2; the figure of the period in which it was due has not come")]
    public void MissedSaysWhereTheFigureThatDecidesHasNotCome(TargetReason? why, string vi, string en) =>
        Assert.Equal(new Bilingual(vi, en), TargetWords.Missed(Share, Known with { Status = TargetStatus.Missed, Why = why }));

    [Theory]
    [InlineData(TargetStatus.Missed, "2024-Q1", "đã đạt trong kỳ 2024-Q1, sau hạn", "reached in 2024-Q1, after the day")]
    [InlineData(TargetStatus.Met, null, "đã đạt", "met")]
    [InlineData(TargetStatus.OnTrack, null, "đúng tiến độ", "on track")]
    [InlineData(TargetStatus.AtRisk, null, "có nguy cơ không đạt", "at risk")]
    [InlineData(TargetStatus.OffTrack, null, "chậm tiến độ", "off track")]
    [InlineData(TargetStatus.Missed, null, "đã quá hạn mà không đạt", "the day has passed and it was missed")]
    [InlineData(TargetStatus.NotJudged, null, "chưa thể đánh giá", "it cannot be judged")]
    public void OnceTheAlertHasEndedItSaysHowTheTargetStands(TargetStatus status, string? reachedIn, string vi, string en) => Assert.Equal(
        new Bilingual($"{vi}, 40.13 % trong kỳ 2023-Q2", $"{en}, 40.13 % in 2023-Q2"),
        TargetWords.Standing(Share, Known with { Status = status, ReachedIn = reachedIn }));
}

using DtPipeline.Checking;

namespace DtPipeline.Core.Tests.Checking;

/// <summary>Every word that stands for a yes, a no, or the progress of a task, and how the names of public bodies begin.</summary>
public sealed class WordsOfAnswersTests
{
    [Theory]
    [InlineData(1, "1", "yes", "true", "có", "đạt", "x", "✓", "✔", "☑", "đã có", "rồi", "Rồi.", "CÓ;", "Yes !")]
    [InlineData(0, "0", "no", "false", "không", "chưa", "chưa có", "không có", "chưa đạt", "không đạt", "Chưa.", "KHÔNG ;")]
    public void AYesOrNoIsAnyOfTheseWords(double flag, params string[] words) => Assert.All(words, w => Assert.Equal(flag, Flag(w, "GOV-01")));

    /// <summary>"Đã ban hành kế hoạch hành động …", "Hệ thống thông tin báo cáo đã kết nối …".</summary>
    [Theory]
    [InlineData("GOV-01", "Đã ban hành", 1.0)]
    [InlineData("GOV-01", "đã ban hành kế hoạch.", 1.0)]
    [InlineData("GOV-01", "Đã ban hành kế hoạch hành động thực hiện Chiến lược kinh tế số, xã hội số", 1.0)]
    [InlineData("GOV-01", "Chưa ban hành", 0.0)]
    [InlineData("GOV-01", "chưa ban hành kế hoạch", 0.0)]
    [InlineData("GOV-01", "Đã", null)]
    [InlineData("GOV-01", "Ban hành", null)]
    [InlineData("GOV-01", "Đã ban", 1.0)]
    [InlineData("GOV-01", "Đã ban hàn", null)]
    [InlineData("GOV-01", "Đã hoàn thành", null)]
    [InlineData("GOV-01", "Chưa hoàn thành", null)]
    [InlineData("GOV-01", "Không ban hành", null)]
    [InlineData("DG-19", "Đã kết nối", 1.0)]
    [InlineData("DG-19", "Chưa kết nối Hệ thống thông tin báo cáo", 0.0)]
    [InlineData("DG-19", "Hệ thống thông tin", null)]
    [InlineData("DE-08", "Số doanh nghiệp", null)]
    public void OrTheBeginningOfItsOwnNameAndItsOpposite(string indicator, string text, double? flag) => Assert.Equal(flag, Flag(text, indicator));

    [Theory]
    [InlineData("Đã ban hành", 1.0)]
    [InlineData("Chưa ban hành", 0.0)]
    [InlineData("Đã công bố", null)]
    public void OfANameThatSaysTwoThingsTheFirstIsAnswered(string text, double? flag) =>
        Assert.Equal(flag, FlagWords.Find(text, TheCatalogue.Indicator("GOV-01") with { NameVi = "Đã ban hành và đã công bố kế hoạch" }));

    [Theory]
    [InlineData(
        100,
        "hoàn thành", "đã hoàn thành", "xong", "đã xong", "đã thực hiện", "đã thực hiện xong", "đã ban hành", "đã đạt", "đạt", "có", "x",
        "done", "Completed", "complete", "finished", "yes", "TRUE", "✓", "✔")]
    [InlineData(0, "chưa", "chưa thực hiện", "chưa triển khai", "chưa bắt đầu", "chưa ban hành", "không", "no", "False", "not started")]
    public void AllOrNothingOfATaskIsAnyOfTheseWords(double progress, params string[] words) => Assert.All(words, w => Assert.Equal(progress, ProgressWords.Find(w)));

    [Fact]
    public void WhatLiesBetweenIsNone() => Assert.All(["đang thực hiện", "chưa hoàn thành", "✗", "60", ""], w => Assert.Null(ProgressWords.Find(w)));

    [Theory]
    [InlineData(
        "Sở Y tế", "Sở y tế", "UBND tỉnh", "Ủy ban nhân dân tỉnh", "Cục Thuế", "Chi cục Thuế", "Tổng cục Thống kê", "Công an tỉnh", "Trung tâm hành chính công", "Văn phòng UBND", "Thanh tra tỉnh",
        "Bộ Công an", "Phòng Nội vụ", "Ban Tôn giáo", "Vụ Địa phương", "Tỉnh Nam Định", "Thành phố Huế", "Huyện Đông Anh", "Quận Ba Đình", "Thị xã Sơn Tây", "Xã Đông Anh", "Phường Cửa Nam",
        "Viện Chiến lược", "Trường Đại học", "Bệnh viện Bạch Mai", "Hội Tin học", "Đảng ủy Khối")]
    public void ABodyBeginsLikeOneAndHasAName(params string[] texts) => Assert.All(texts, t => Assert.True(BodyWords.Begin(t), t));

    [Theory]
    [InlineData("sở Y tế", "Sở", "Xã, phường", "Trường học", "Bộ hồ sơ", "Huyện", "Hồ sơ Y tế", "Quận  huyện")]
    public void WhatIsCountedIsNoBody(params string[] texts) => Assert.All(texts, t => Assert.False(BodyWords.Begin(t), t));

    private static double? Flag(string text, string indicator) => FlagWords.Find(text, TheCatalogue.Indicator(indicator));
}

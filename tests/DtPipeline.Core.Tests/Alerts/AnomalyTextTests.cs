using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Alerts;

/// <summary>The question in words, of figures whose judgement is given.</summary>
public sealed class AnomalyTextTests
{
    private const string AnswerVi = " Nếu số liệu đúng, hãy gửi lại và ghi «xác nhận, vì …» vào cột ghi chú của dòng đó; nếu sai, hãy gửi lại số đúng.";
    private const string AnswerEn = " If it is right, send it again with 'confirmed, because …' in the note of that row; if it is wrong, send the right figure.";

    private static readonly Organisation HaNoi = TheCatalogue.Organisation("P63-01");
    private static readonly Period Period = TheCatalogue.Period("2024-Q1");
    private static readonly Indicator Groups = TheCatalogue.Indicator("DS-05");

    [Theory]
    [InlineData(1_005, 60.0, 170.0, 1, "gấp khoảng 10 lần mức thường có là 100.5", "about 10 times the usual 100.5")]
    [InlineData(1, 60.0, 170.0, -2, "chỉ bằng khoảng 1/100 mức thường có là 100.5", "about 1/100 of the usual 100.5")]
    [InlineData(200, 60.25, 170.5, null, "ngoài khoảng thường có từ 60.25 đến 170.5", "outside the usual 60.25 to 170.5")]
    [InlineData(50, 60.25, 170.5, null, "ngoài khoảng thường có từ 60.25 đến 170.5", "outside the usual 60.25 to 170.5")]
    [InlineData(60.25, 60.25, 170.5, null, "khác xa mức thường có là 100.5", "far from the usual 100.5")]
    [InlineData(170.5, 60.25, 170.5, null, "khác xa mức thường có là 100.5", "far from the usual 100.5")]
    [InlineData(0, null, null, null, "khác xa mức thường có là 100.5", "far from the usual 100.5")]
    public void SaysWhatMadeTheFigureLookWrong(double value, double? low, double? high, int? power, string vi, string en)
    {
        var written = value.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(
            new Bilingual(
                $"Hà Nội, kỳ 2024-Q1: DS-05 Số tổ công nghệ số cộng đồng là {written}, {vi} (theo 4 kỳ trước; kỳ 2023-Q4 là 107).{AnswerVi}",
                $"Ha Noi, 2024-Q1: DS-05 Community digital technology groups is {written}, {en} (by 4 periods before; 107 in 2023-Q4).{AnswerEn}"),
            AnomalyText.Of(HaNoi, new AnomalyQuestion(Period, null, [Figure("DS-05", value, 100.5) with { Low = low, High = high, PowerOfTen = power }])));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(100.54, "100.5")]
    [InlineData(999.96, "1000")]
    [InlineData(9_999.6, "10000")]
    [InlineData(100_857.5, "100900")]
    [InlineData(-123_456, "-123500")]
    [InlineData(1.23456, "1.235")]
    [InlineData(0.0123456, "0.0123")]
    [InlineData(1e-20, "0")]
    public void WhatIsWorkedOutIsSaidInFourDigits(double expected, string said) =>
        Assert.Contains($" is 200, far from the usual {said} (by ", AnomalyText.Of(HaNoi, new AnomalyQuestion(Period, null, [Figure("DS-05", 200, expected)])).En, StringComparison.Ordinal);

    [Fact]
    public void WhatIsReportedIsSaidWithFourDecimals() => Assert.Contains(
        " is 200.1235, far from the usual 100 (by ",
        AnomalyText.Of(HaNoi, new AnomalyQuestion(Period, null, [Figure("DS-05", 200.123456, 100)])).En,
        StringComparison.Ordinal);

    [Fact]
    public void OfACopiedPeriodTheCopyIsAskedAboutAndEveryFigureStandsUnderIt() => Assert.Equal(
        new Bilingual(
            $"Hà Nội, kỳ 2024-Q1: 9 trong 10 số liệu trước đây vẫn thay đổi nay bằng đúng số của kỳ 2023-Q4, có thể là tệp của kỳ đó gửi lại. Cũng cần xem: DS-05 200.5 (thường là 100); DS-06 0.25 (thường là 40).{AnswerVi}",
            $"Ha Noi, 2024-Q1: 9 of 10 figures that used to change are exactly those of 2023-Q4; it may be the file of that period sent again. Look also at: DS-05 200.5 (usually 100); DS-06 0.25 (usually 40).{AnswerEn}"),
        AnomalyText.Of(HaNoi, new AnomalyQuestion(Period, new CopiedPeriod(Period, [.. Enumerable.Range(1, 9).Select(n => $"X-{n}")], 10), [Figure("DS-05", 200.5, 100), Figure("DS-06", 0.25, 40)])));

    [Theory]
    [InlineData(21, 20, "", "")]
    [InlineData(22, 20, "; và 1 số liệu nữa", "; and 1 more")]
    [InlineData(30, 20, "; và 9 số liệu nữa", "; and 9 more")]
    public void OfManyFiguresTwentyStandUnderTheFirstAndTheRestIsCounted(int figures, int named, string vi, string en)
    {
        var anomalies = Enumerable.Range(1, figures).Select(n => Figure(Code(n), 200, 100)).ToList();

        var text = AnomalyText.Of(HaNoi, new AnomalyQuestion(Period, null, anomalies));

        string Others(string usually) => string.Join("; ", Enumerable.Range(2, named).Select(n => $"{Code(n)} 200 ({usually} 100)"));
        Assert.EndsWith($" Cũng cần xem: {Others("thường là")}{vi}.{AnswerVi}", text.Vi, StringComparison.Ordinal);
        Assert.EndsWith($" Look also at: {Others("usually")}{en}.{AnswerEn}", text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void OnceItIsSettledItSaysWhatTheSenderAnswered()
    {
        Assert.Equal(
            new Bilingual("Hà Nội, kỳ 2024-Q1: không còn số liệu nào phải hỏi.", "Ha Noi, 2024-Q1: there is no figure left to ask about."),
            AnomalyText.Settled(HaNoi, "2024-Q1", []));
        Assert.Equal(
            new Bilingual(
                "Hà Nội, kỳ 2024-Q1: số liệu đã được xác nhận (DS-05: vì gộp ba huyện; DS-06: do mưa bão).",
                "Ha Noi, 2024-Q1: the figures are confirmed (DS-05: vì gộp ba huyện; DS-06: do mưa bão)."),
            AnomalyText.Settled(HaNoi, "2024-Q1", [("DS-05", "vì gộp ba huyện"), ("DS-06", "do mưa bão")]));
    }

    [Fact]
    public void OfManyAnswersTwentyAreRepeated()
    {
        var settled = AnomalyText.Settled(HaNoi, "2024-Q1", [.. Enumerable.Range(1, 21).Select(n => (Code(n), (string?)"vì đúng"))]);

        Assert.Equal($"Ha Noi, 2024-Q1: the figures are confirmed ({string.Join("; ", Enumerable.Range(1, 20).Select(n => $"{Code(n)}: vì đúng"))}).", settled.En);
    }

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"X-{number:00}");

    private static Anomaly Figure(string code, double value, double expected) => new(
        Groups with { Code = code }, Period, value, expected, null, null, new SeriesPoint(Period.Previous, 107, "A"), 4, null, 2);
}

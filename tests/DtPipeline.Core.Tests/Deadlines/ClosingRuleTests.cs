using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>The small catalogue's one form is due on 25 June 2023 for 2023-Q2, and owed from 2023-Q1 on.</summary>
public sealed class ClosingRuleTests
{
    private const string DayAfter = "2023-06-26T00:00:00+07:00";

    private static readonly ReportingCatalogue Catalogue = TheCatalogue.Small().Catalogue!;
    private static readonly DateTimeOffset Closed = Moment("2023-07-05T17:00:00+07:00");
    private static readonly Closing Standing = new("FORM", TheCatalogue.Period("2023-Q2"), Closed, "Lan", null);
    private static readonly Closing Reopened = Standing with { Reopened = new Reopening(Closed.AddHours(1), "Lan", "sửa") };

    [Fact]
    public void NothingIsClosedBeforeTheDayAfterItsDueDay()
    {
        Assert.Equal(
            new Bilingual("Hạn nộp «FORM» kỳ 2023-Q2 là 25/06/2023; chỉ chốt được từ ngày hôm sau.", "FORM of 2023-Q2 is due on 2023-06-25 and can be closed from the day after."),
            WhyNot(ClosingAction.Close, null, "2023-06-25T23:59:59+07:00"));
        Assert.Null(WhyNot(ClosingAction.Close, null, DayAfter));
    }

    [Fact]
    public void WhatNobodyOwesIsNotClosed() => Assert.Equal(
        new Bilingual("Không ai phải nộp «FORM» kỳ 2022-Q4.", "Nobody owes FORM for 2022-Q4."),
        ClosingRule.WhyNot(Catalogue.Forms[0], TheCatalogue.Period("2022-Q4"), ClosingAction.Close, null, Closings.None, Moment(DayAfter), Catalogue));

    [Fact]
    public void WhatIsClosedIsNotClosedAgainUntilItIsReopened()
    {
        Assert.Equal(
            new Bilingual("«FORM» kỳ 2023-Q2 đã được Lan chốt lúc 17:00:00 ngày 05/07/2023.", "FORM of 2023-Q2 was closed by Lan on 5 July 2023, 17:00:00."),
            WhyNot(ClosingAction.Close, null, "2023-07-06T08:00:00+07:00", Standing));
        Assert.Null(WhyNot(ClosingAction.Close, null, "2023-07-06T08:00:00+07:00", Reopened));
    }

    [Fact]
    public void OnlyWhatIsClosedIsReopened()
    {
        var notClosed = new Bilingual("«FORM» kỳ 2023-Q2 chưa chốt.", "FORM of 2023-Q2 is not closed.");

        Assert.Equal(notClosed, WhyNot(ClosingAction.Reopen, "sửa", DayAfter));
        Assert.Equal(notClosed, WhyNot(ClosingAction.Reopen, "sửa", DayAfter, Reopened));
        Assert.Null(WhyNot(ClosingAction.Reopen, "sửa", DayAfter, Standing));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void AReopeningSaysWhy(string? reason) =>
        Assert.Equal(new Bilingual("Hãy ghi lý do mở lại.", "Say why it is reopened."), WhyNot(ClosingAction.Reopen, reason, DayAfter, Standing));

    [Fact]
    public void AReasonHasAThousandCharactersAtMost()
    {
        Assert.Null(WhyNot(ClosingAction.Reopen, new string('x', 1_000), DayAfter, Standing));
        Assert.Equal(
            new Bilingual("Lý do dài quá 1000 ký tự.", "The reason is longer than 1000 characters."),
            WhyNot(ClosingAction.Reopen, new string('x', 1_001), DayAfter, Standing));
    }

    private static Bilingual? WhyNot(ClosingAction action, string? reason, string now, params Closing[] closings) =>
        ClosingRule.WhyNot(Catalogue.Forms[0], TheCatalogue.Period("2023-Q2"), action, reason, new Closings(closings), Moment(now), Catalogue);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Deadlines;

/// <summary>Quarterly reports, due on the 25th of the quarter's last month, of a province that exists until 2025-06-30.</summary>
public sealed class OpenPeriodsTests
{
    [Theory]
    [InlineData("2023-06-25", "2023-Q1 closed", "2023-Q2")]
    [InlineData("2023-06-26", "2023-Q1 closed", "2023-Q2 due")]
    [InlineData("2023-05-24", "2023-Q1 due", "2023-Q2")]
    [InlineData("2023-05-25", "2023-Q1 closed", "2023-Q2")]
    [InlineData("2023-01-02", "2022-Q4 closed", "2023-Q1")]
    [InlineData("2025-08-24", "2025-Q2 due", "2025-Q3 closed")]
    public void AreTheCurrentAndThePreviousUntilSixtyDaysAfterTheyWereDue(string today, string previous, string current) => Assert.Equal(
        new[] { previous, current }.Where(p => !p.EndsWith("closed", StringComparison.Ordinal)),
        Of("https://north.example/{period}.csv", today));

    [Theory]
    [InlineData("2023-04-20", "2023-Q1 due")]
    [InlineData("2023-05-20", "2023-Q2")]
    public void AnAddressWithoutThePeriodIsOfTheOneWhoseDueDayIsNearest(string today, string period) => Assert.Equal([period], Of("https://north.example/latest.csv", today));

    [Theory]
    [InlineData("2023-03-31")]
    [InlineData("2024-01-01")]
    public void ASourceIsAskedOnlyWhileItIsValid(string today) => Assert.Empty(Of("https://north.example/{period}.csv", today));

    /// <summary>A second form is due a month after the quarter: 25 July for 2023-Q2, and asked for until 23 September.</summary>
    [Fact]
    public void OfSeveralFormsTheLastThatIsDueDecides()
    {
        var catalogue = TheCatalogue.SmallWith(
            "forms.csv", "LATER,Later,Sau,quarterly,@provinces,SLOW,2023-Q1,",
            ("form_indicators.csv", "LATER,HEADS,no"),
            ("regimes.csv", "SLOW,quarterly,15,-1,14,0,25,1,none,2019-03-12,")).Catalogue!;
        var source = SourceAt("https://north.example/{period}.csv", ",").Sources[0];

        Assert.Equal(
            [new OpenPeriod(TheCatalogue.Period("2023-Q2"), true), new OpenPeriod(TheCatalogue.Period("2023-Q3"), false)],
            OpenPeriods.Of(source, catalogue, new DateOnly(2023, 9, 23)));
        Assert.Equal([new OpenPeriod(TheCatalogue.Period("2023-Q2"), false)], OpenPeriods.Of(source, catalogue, new DateOnly(2023, 4, 30)).Where(p => p.Period == TheCatalogue.Period("2023-Q2")));
    }

    private static IEnumerable<string> Of(string url, string today)
    {
        var validity = today is "2023-03-31" or "2024-01-01" ? "2023-04-01,2023-12-31" : ",";
        var catalogue = SourceAt(url, validity);
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return OpenPeriods.Of(catalogue.Sources[0], catalogue, day).Select(p => $"{p.Period}{(p.IsDue ? " due" : string.Empty)}");
    }

    private static ReportingCatalogue SourceAt(string url, string validity) => TheCatalogue.SmallWithFile(
        "sources.csv", $"code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\nN-Q,N,{url},csv,quarterly,0 7 * * *,{validity},\n").Catalogue!;
}

using System.Globalization;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class SourceTests
{
    private const string Header = "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\n";
    private const string Line = "N-Q,N,https://north.example/{organisation}/{period}.csv,csv,quarterly,30 7 * * 1-5,2023-01-01,,daily";

    [Fact]
    public void ALineIsASource()
    {
        var source = Read(Line);

        Assert.Equal(("N-Q", "N", "csv", Frequency.Quarterly), (source.Code, source.Organisation, source.Format, source.Frequency));
        Assert.Equal(new Uri("https://north.example/N/2023-Q2.csv"), source.AddressOf(TheCatalogue.Period("2023-Q2")));
        Assert.Equal("N/2023-Q2/pull-N-Q.csv", source.PathOf(TheCatalogue.Period("2023-Q2")));
        Assert.True(source.NamesPeriod);
    }

    [Fact]
    public void ACatalogueWithoutTheFileHasNoSources() => Assert.Empty(TheCatalogue.Small().Catalogue!.Sources);

    [Fact]
    public void TheEmbeddedCatalogueHasNone() => Assert.Empty(TheCatalogue.Default.Sources);

    [Theory]
    [InlineData("A B,N,https://x.example/a,csv,monthly,0 7 * * *,,,", "code is 'A B', expected at most 40 letters of the English alphabet, digits, dashes, dots and underscores, with a letter or digit at both ends")]
    [InlineData("A,Q,https://x.example/a,csv,monthly,0 7 * * *,,,", "organisation 'Q' is not in organisations.csv")]
    [InlineData("A,N,http://x.example/a,csv,monthly,0 7 * * *,,,", "url is 'http://x.example/a': expected an address that begins with https://")]
    [InlineData("A,N,file:///etc/passwd,csv,monthly,0 7 * * *,,,", "url is 'file:///etc/passwd': expected an address that begins with https://")]
    [InlineData("A,N,x.example/a,csv,monthly,0 7 * * *,,,", "url is 'x.example/a': expected an address that begins with https://")]
    [InlineData("A,N,https://u:p@x.example/a,csv,monthly,0 7 * * *,,,", "url is 'https://u:p@x.example/a': an address has no user name or password in it")]
    [InlineData("A,N,https://x.example/a#b,csv,monthly,0 7 * * *,,,", "url is 'https://x.example/a#b': an address has no part behind #")]
    [InlineData("A,N,https://x.example/{month},csv,monthly,0 7 * * *,,,", "url is 'https://x.example/{month}': expected no other braces than {period} and {organisation}")]
    [InlineData("A,N,https://{organisation}.example/a,csv,monthly,0 7 * * *,,,", "url is 'https://{organisation}.example/a': the host's name is written out")]
    [InlineData("A,N,https://x.example/a,exe,monthly,0 7 * * *,,,", "format is 'exe', expected csv, tsv, txt, xlsx, xls, ods, json, ndjson, xml, zip")]
    [InlineData("A,N,https://x.example/a,csv,weekly,0 7 * * *,,,", "frequency is 'weekly', expected monthly, quarterly, half-year or annual")]
    [InlineData("A,N,https://x.example/a,csv,monthly,at seven,,,", "schedule is 'at seven', expected five fields: minute, hour, day, month, day of the week, like 0 7 * * *")]
    [InlineData("A,N,https://x.example/a,csv,monthly,0 0 7 * * *,,,", "schedule is '0 0 7 * * *', expected five fields: minute, hour, day, month, day of the week, like 0 7 * * *")]
    [InlineData("A,N,https://x.example/a,csv,monthly,0 7 * * *,soon,,", "valid_from is 'soon', expected a day like 2025-06-30")]
    public void AWrongLineIsNamed(string line, string problem) =>
        Assert.Equal([$"sources.csv, line 2: {problem}"], TheCatalogue.SmallWithFile("sources.csv", Header + line + "\n").Problems.Select(p => p.ToString()));

    [Fact]
    public void ACodeStandsOnce() => Assert.Equal(
        ["sources.csv, line 3: code 'N-Q' is there twice"],
        TheCatalogue.SmallWithFile("sources.csv", $"{Header}{Line}\n{Line}\n").Problems.Select(p => p.ToString()));

    [Fact]
    public void AnEmptyFileIsNotAHeader() => Assert.Equal(
        ["sources.csv, line 1: the file is empty; expected the header code,organisation,url,format,frequency,schedule,valid_from,valid_to,note"],
        TheCatalogue.SmallWithFile("sources.csv", string.Empty).Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("2023-06-20T07:29:59+07:00", false)]
    [InlineData("2023-06-20T07:30:00+07:00", true)]
    [InlineData("2023-06-27T07:30:00+07:00", true)]
    public void IsDueFromTheTimeOfItsScheduleInVietnam(string now, bool due) =>
        Assert.Equal(due, Read(Line).IsDue(Moment("2023-06-19T07:30:10+07:00"), Moment(now)));

    [Fact]
    public void IsNotDueAgainBeforeTheNextTime() => Assert.False(Read(Line).IsDue(Moment("2023-06-23T07:30:10+07:00"), Moment("2023-06-25T23:00:00+07:00")));

    [Fact]
    public void IsDueAtOnceWhenItNeverRan() => Assert.True(Read(Line).IsDue(null, Moment("2023-06-20T00:00:00+07:00")));

    private static Source Read(string line) => TheCatalogue.SmallWithFile("sources.csv", Header + line + "\n").Catalogue!.Sources.Single();

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

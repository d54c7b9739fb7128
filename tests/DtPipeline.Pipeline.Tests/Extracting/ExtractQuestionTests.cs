using DtPipeline.Azure.Extracting;
using DtPipeline.Catalogue;

namespace DtPipeline.Pipeline.Tests.Extracting;

/// <summary>What may be asked for; asked on 20 July 2024 at noon, Vietnam's time.</summary>
public sealed class ExtractQuestionTests
{
    private static readonly DateTimeOffset Now = new(2024, 7, 20, 12, 0, 0, TimeSpan.FromHours(7));

    private static readonly WrittenQuestion All = new(null, null, null, null, null, null);

    [Theory]
    [InlineData("2024-07-19", "2024-07-19T16:59:59.9999999+00:00")]
    [InlineData("2024-07-20T11:00:00+07:00", "2024-07-20T04:00:00.0000000+00:00")]
    [InlineData("2024-07-20T11:00:00 07:00", "2024-07-20T04:00:00.0000000+00:00")]
    [InlineData("2024-07-20T04:00:00.5Z", "2024-07-20T04:00:00.5000000+00:00")]
    public void AMomentHasItsOffsetOrIsTheEndOfADay(string asOf, string moment) =>
        Assert.Equal(moment, Ask(All with { AsOf = asOf }).Question!.AsOf!.Value.ToUniversalTime().ToString("O"));

    [Theory]
    [InlineData("2024-Q5", null, null, null, null, null, "There is no period '2024-Q5'; expected 2024-06, 2024-Q2, 2024-S1 or 2024.")]
    [InlineData(null, "prov-q", null, null, null, null, "There is no form 'prov-q'.")]
    [InlineData(null, null, "XX-1", null, null, null, "There is no indicator or task 'XX-1'.")]
    [InlineData(null, null, null, "P99", null, null, "There is no organisation 'P99'.")]
    [InlineData(null, null, null, null, "20/07/2024", null, "The moment '20/07/2024' is not understood; expected 2024-07-20T17:00:00+07:00 or 2024-07-20.")]
    [InlineData(null, null, null, null, "2024-07-20T11:00:00", null, "The moment '2024-07-20T11:00:00' is not understood; expected 2024-07-20T17:00:00+07:00 or 2024-07-20.")]
    [InlineData(null, null, null, null, "2024-07-20", null, "That moment is still to come.")]
    [InlineData(null, null, null, null, null, "pdf", "There is no format 'pdf'; expected sdmx, csv, xlsx.")]
    public void WhatNobodyHasIsRefused(string? period, string? form, string? indicator, string? organisation, string? asOf, string? format, string why) =>
        Assert.Equal(why, Ask(new WrittenQuestion(period, form, indicator, organisation, asOf, format)).Why!.En);

    [Fact]
    public void TheFileIsNamedByWhatIsInIt()
    {
        Assert.Equal("observations.csv", Ask(All).Question!.FileName);
        Assert.Equal(
            "observations-P63-01-2024-Q2-PROV-Q-DS-05-20240719T165959Z.sdmx.csv",
            Ask(new WrittenQuestion("2024-Q2", "PROV-Q", "DS-05", "P63-01", "2024-07-19", "sdmx")).Question!.FileName);
    }

    private static (ExtractQuestion? Question, Texts.Bilingual? Why) Ask(WrittenQuestion written) =>
        ExtractQuestion.Of(written, Now, CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!);
}

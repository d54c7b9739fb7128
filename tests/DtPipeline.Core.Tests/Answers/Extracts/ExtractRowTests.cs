using DtPipeline.Answers.Extracts;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Answers.Extracts;

/// <summary>Of Hà Nội's 2023-Q2 an indicator of the form PROV-Q, which is closed and reopened, and the progress of a task, which is of no form.</summary>
public sealed class ExtractRowTests
{
    private static readonly Closings Closings = new(
    [
        new Closing("PROV-Q", TheCatalogue.Period("2023-Q2"), Sent.At, "Lan", null) { Reopened = new Reopening(Sent.At.AddHours(9), "Lan", "sai") },
    ]);

    [Theory]
    [InlineData(-1, 0, null, false)]
    [InlineData(1, 0, "Lan", false)]
    [InlineData(3, 2, "Lan", true)]
    [InlineData(9, 2, null, false)]
    public void ARowNamesTheClosingThatHoldsAndWhetherItCameAfterIt(int hours, int uploadedAfter, string? closedBy, bool isAfter)
    {
        var row = Assert.Single(Rows(Sent.At.AddHours(hours), Of("DG-05", uploadedAfter)));

        Assert.Equal(("PROV-Q", closedBy, isAfter), (row.Form, row.Closing?.By, row.IsAfterClosing));
    }

    [Fact]
    public void WhatNoFormAsksForHasNoFormAndNoClosing()
    {
        var row = Assert.Single(Rows(Sent.At.AddHours(1), Of("T22-01", 0)));

        Assert.Equal((null, null), (row.Form, row.Closing));
    }

    [Theory]
    [InlineData("2023-Q2", null, null, null, "DG-05 T22-01")]
    [InlineData("2023-Q1", null, null, null, "")]
    [InlineData(null, "PROV-Q", null, null, "DG-05")]
    [InlineData(null, null, "T22-01", null, "T22-01")]
    [InlineData(null, null, null, "P63-01", "DG-05 T22-01")]
    [InlineData(null, null, "T22-01", "P63-04", "")]
    public void ASliceTakesWhatAllItsPartsName(string? period, string? form, string? indicator, string? organisation, string taken)
    {
        var slice = new Slice(period is null ? null : TheCatalogue.Period(period), form, indicator, organisation);

        Assert.Equal(taken, string.Join(' ', Rows(Sent.At, Of("T22-01", 0), Of("DG-05", 0)).Where(slice.Takes).Select(r => r.Observation.Indicator)));
    }

    private static Observation Of(string indicator, int hours) => new(indicator, 1, "A", null, null, null, "f1", Sent.At.AddHours(hours), Place.WholeFile);

    private static IEnumerable<ExtractRow> Rows(DateTimeOffset moment, params Observation[] observations) =>
        ExtractRow.Of(TheCatalogue.Period("2023-Q2"), "P63-01", observations, Closings, moment, TheCatalogue.Default);
}

using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Checking;
using DtPipeline.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Ledger;

/// <summary>The order of files, and what stands after them.</summary>
public sealed class LedgerOrderTests
{
    private static readonly string[] Indicators = ["DG-05", "DG-06", "DG-13"];

    private static readonly Gen<string> Row =
        from indicator in Gen.Elements(Indicators)
        from answer in Gen.Elements("1,", "2,", "3,", "không có,", ",withdrawn", ",")
        select $"{indicator},{answer}";

    private static readonly Gen<Filing[]> Filings =
        from files in Gen.Zip(Row.ArrayOf(), Gen.Choose(0, 5)).ArrayOf()
        select files.Select((f, n) => Sent.Table("indicator,value,status", [.. f.Item1.DistinctBy(r => r.Split(',')[0])]) with
        {
            FileId = string.Create(CultureInfo.InvariantCulture, $"{(n * 7919) % 1000:000}"),
            UploadedAt = Sent.At.AddMinutes(f.Item2),
        }).ToArray();

    [Theory]
    [InlineData("a", 0, 7, "b", 0, "a,b")]
    [InlineData("b", 0, 7, "a", 0, "a,b")]
    [InlineData("b", 0, 7, "a", 1, "b,a")]
    [InlineData("b", 0, 0, "a", 1, "b,a")]
    [InlineData("a", 1, 7, "b", 0, "b,a")]
    [InlineData("B", 0, 7, "a", 0, "B,a")]
    public void TheLaterFileWinsAndOfTwoAtOnceTheOneWithTheLargerId(string id, int minute, int hoursEast, string other, int otherMinute, string order)
    {
        Filing[] both =
        [
            Sent.Rows("DG-05,1") with { FileId = id, UploadedAt = Sent.At.AddMinutes(minute).ToOffset(TimeSpan.FromHours(hoursEast)) },
            Sent.Rows("DG-05,2") with { FileId = other, UploadedAt = Sent.At.AddMinutes(otherMinute) },
        ];

        Assert.Equal(order.Split(','), LedgerOrder.Of(both).Select(f => f.FileId));
        Assert.Equal(order.Split(','), LedgerOrder.Of(both.Reverse()).Select(f => f.FileId));
    }

    [Fact]
    public void TheValueThatStandsIsThatOfTheLastFileThatHasTheCell() => Always.Holds(Filings.Resize(8), filings =>
    {
        var sorted = LedgerOrder.Of(filings);
        var steps = LedgerSteps.Replay(sorted);

        foreach (var indicator in Indicators)
        {
            var last = sorted.SelectMany(f => f.Report.Cells).LastOrDefault(c => c.Indicator.Code == indicator);
            var stands = steps.Count == 0 ? null : steps[^1].After.Observations.GetValueOrDefault(indicator);

            Assert.Equal(
                (last?.Value, last?.Status ?? ObservationStatus.Withdrawn),
                (stands?.Value, stands?.Status ?? ObservationStatus.Withdrawn));
        }
    });

    [Fact]
    public void RevisionsOfACellFollowEachOtherInTimeAndEndAtTheValueThatStands() => Always.Holds(Filings.Resize(8), filings =>
    {
        var sorted = LedgerOrder.Of(filings).ToList();
        var steps = LedgerSteps.Replay(sorted);
        int PlaceOf(Observation observation) => sorted.FindIndex(f => f.FileId == observation.FileId);

        foreach (var cell in steps.SelectMany(s => s.Revisions).GroupBy(r => r.Indicator))
        {
            List<Observation> history = [.. cell, steps[^1].After.Observations[cell.Key]];

            Assert.All(history.Zip(history.Skip(1)), pair =>
            {
                Assert.True(PlaceOf(pair.First) < PlaceOf(pair.Second));
                Assert.NotEqual((pair.First.Value, pair.First.Status), (pair.Second.Value, pair.Second.Status));
            });
        }
    });

    [Fact]
    public void ReplayingTheSameFilesGivesTheSameLedger() => Always.Holds(Filings.Resize(8), filings =>
    {
        var once = LedgerSteps.Replay(LedgerOrder.Of(filings));
        var again = LedgerSteps.Replay(LedgerOrder.Of(filings.Reverse()));

        Assert.Equal(once.Select(s => (s.Status, s.Counts)), again.Select(s => (s.Status, s.Counts)));
        Assert.Equal(once.SelectMany(s => s.Changed), again.SelectMany(s => s.Changed));
        Assert.Equal(once.SelectMany(s => s.Alerts).Select(a => a.MessageId), again.SelectMany(s => s.Alerts).Select(a => a.MessageId));
    });

    [Fact]
    public void TheOrderOfFilesIsTheSameInWhateverOrderTheyCome() => Always.Holds(Filings.Resize(8), filings =>
        Assert.Equal(LedgerOrder.Of(filings).Select(f => f.FileId), LedgerOrder.Of(filings.Reverse()).Select(f => f.FileId)));

    [Fact]
    public void OfTwoVersionsOfAPathAtOnceTheOneThatStandsThereIsTheYounger()
    {
        var standing = Sent.Rows("DG-05,1") with { FileId = "a" };
        var older = Sent.Rows("DG-05,2") with { FileId = "b" };

        Assert.True(LedgerOrder.IsVersionTie(standing, older));
        Assert.Equal(["a", "b"], LedgerOrder.Of([standing, older]).Select(f => f.FileId));
        Assert.Equal(["b", "a"], LedgerOrder.Of([standing, older with { IsSuperseded = true }]).Select(f => f.FileId));
    }

    [Fact]
    public void TwoFilesOfOneMomentThatDisagreeNameEachOther()
    {
        var one = Sent.Text("indicator,value\nDG-05,1\n", "P63-01/2023-Q2/a.csv") with { FileId = "a" };
        var other = Sent.Text("indicator,value\nDG-05,2\n", "P63-01/2023-Q2/b.csv") with { FileId = "b" };
        var same = Sent.Text("indicator,value\nDG-05,2.0\n", "P63-01/2023-Q2/c.csv") with { FileId = "c" };

        var steps = LedgerReplay.Of(LedgerOrder.Of([same, other, one]), LedgerState.Empty.Alerts, TheCatalogue.Default);

        Assert.Equal(["b", "a", "a"], steps.Select(s => s.TiedWith?.FileId));
        Assert.Equal(2, steps[^1].After.Observations["DG-05"].Value);
    }

    [Fact]
    public void AFileOfAnotherMomentIsNoTie()
    {
        var one = Sent.Rows("DG-05,1");
        var later = Sent.Rows("DG-05,2") with { UploadedAt = one.UploadedAt.AddTicks(1), Path = "P63-01/2023-Q2/b.csv" };

        Assert.All(LedgerReplay.Of(LedgerOrder.Of([later, one]), LedgerState.Empty.Alerts, TheCatalogue.Default), s => Assert.Null(s.TiedWith));
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.Histories;

/// <summary>Histories of filings, corrections, nils, withdrawals, faulty files and signed papers, some of the same moment, and what was known at every moment of them.</summary>
public sealed class AsOfTests
{
    private const int Histories = 400;

    private static readonly string[] Indicators = ["DG-05", "DS-05", "GOV-01"];
    private static readonly DateTimeOffset Start = new(2023, 6, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly ConcurrentDictionary<string, Filing> Filings = [];

    private static readonly Gen<string> Row =
        from indicator in Gen.Elements(Indicators)
        from says in Gen.Frequency((5, from n in Gen.Choose(0, 1) select string.Create(CultureInfo.InvariantCulture, $"{n},")), (1, Gen.Constant("không phát sinh,")), (2, Gen.Constant(",withdrawn")), (1, Gen.Constant("abc,")))
        select $"{indicator},{says}";

    private static readonly Gen<SentFile> File =
        from rows in Gen.Frequency((9, from one in Row from other in Row select $"{one}\n{other}"), (1, Gen.Constant(string.Empty)))
        from hours in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 60)))
        from path in Gen.Elements("a", "b")
        select new SentFile(rows, hours, path);

    private static readonly Gen<(SentFile[] Files, int[] Moments)> History =
        from files in File.ArrayOf().Resize(14)
        from moments in Gen.Choose(-1, 300).ArrayOf(4)
        select (files, moments);

    [Fact]
    public void WhatWasKnownIsWhatAReplayOfTheArchiveUpToThenSays() => Always.Holds(History, history =>
    {
        var archive = Uploaded(history.Files);
        foreach (var moment in Moments(history))
        {
            var known = LedgerAsOf.Of(archive.Reverse(), moment, TheCatalogue.Default);
            var uptoThen = archive.Where(f => f.UploadedAt <= moment).ToList();
            if (uptoThen.Count == 0)
            {
                Assert.Null(known);
                continue;
            }

            var replayed = LedgerReplay.Of(LedgerOrder.Of(uptoThen), new Dictionary<string, AlertMark>(), TheCatalogue.Default)[^1].After;
            Assert.Equal(replayed.Observations, known!.Observations);
            Assert.Equal(replayed.Received, known.Received);
            Assert.Equal(replayed.FirstAccepted, known.FirstAccepted);
            Assert.Equal(replayed.Evidence, known.Evidence);
            Assert.Equal((replayed.Last, replayed.OpenFaulty), (known.Last, known.OpenFaulty));
            Assert.Equal(LastSaid(uptoThen), known.Observations.ToDictionary(o => o.Key, o => (o.Value.Value, o.Value.Status)));
        }
    }, Histories);

    [Fact]
    public void TwoMomentsDifferInWhatWasSaidOtherwiseInBetween() => Always.Holds(History, history =>
    {
        var archive = Uploaded(history.Files);
        var paths = archive.ToDictionary(f => f.FileId, f => f.Path, StringComparer.Ordinal);
        var owner = new Owner(TheCatalogue.Organisation("P63-01"), TheCatalogue.Period("2023-Q2"));
        var moments = Moments(history).Order().ToList();
        foreach (var (earlier, later) in moments.Zip(moments.Skip(1)))
        {
            if (LedgerAsOf.Of(archive, later, TheCatalogue.Default) is { } after)
            {
                var revisions = ValueRevision.Between(owner, LedgerAsOf.Of(archive, earlier, TheCatalogue.Default), after, paths, TheCatalogue.Default).ToList();

                var (was, now) = (LastSaid(archive.Where(f => f.UploadedAt <= earlier)), LastSaid(archive.Where(f => f.UploadedAt <= later)));
                Assert.Equal(
                    now.Where(n => was.TryGetValue(n.Key, out var w) ? w != n.Value : n.Value.Status != "withdrawn").Select(n => n.Key).Order(StringComparer.Ordinal),
                    revisions.Select(r => r.Indicator.Code));
                Assert.All(revisions, r => Assert.Equal((r.Now.UploadedAt > earlier, r.Now.UploadedAt <= later, paths[r.Now.FileId]), (true, true, r.Path)));
                Assert.All(revisions, r => Assert.Equal(was.ContainsKey(r.Indicator.Code), r.Was is not null));
                Assert.All(revisions.Where(r => r.Was is not null), r => Assert.Equal(was[r.Indicator.Code], (r.Was!.Value, r.Was.Status)));
            }
        }
    }, Histories);

    private static IEnumerable<DateTimeOffset> Moments((SentFile[] Files, int[] Moments) history) => history.Moments.Select(hours => Start.AddHours(hours));

    /// <summary>By indicator the value and status of the last file that says something of it: rules of one's own, which a withdrawal of nothing does not trouble.</summary>
    private static Dictionary<string, (double? Value, string Status)> LastSaid(IEnumerable<Filing> files)
    {
        var said = new Dictionary<string, (double? Value, string Status)>(StringComparer.Ordinal);
        foreach (var cell in files.OrderBy(f => f.UploadedAt).ThenBy(f => f.FileId, StringComparer.Ordinal).SelectMany(f => f.Report.Cells))
        {
            if (cell.Status != "withdrawn" || said.ContainsKey(cell.Indicator.Code))
            {
                said[cell.Indicator.Code] = (cell.Value, cell.Status);
            }
        }

        return said;
    }

    private static IReadOnlyList<Filing> Uploaded(SentFile[] files)
    {
        var at = Start;
        return [.. files.Select((file, n) =>
        {
            at = at.AddHours(file.HoursAfter);
            var id = string.Create(CultureInfo.InvariantCulture, $"{(n * 7) % 100:00}-{n:00}");
            return Read(file) with { FileId = id, UploadedAt = at };
        })];
    }

    /// <summary>There are few different files, and reading them is not what is tried here.</summary>
    private static Filing Read(SentFile file) => Filings.GetOrAdd($"{file.Path}\n{file.Rows}", _ =>
    {
        var filing = Sent.Text($"indicator,value,status\n{file.Rows}\n", $"P63-01/2023-Q2/{file.Path}.csv");
        return file.Rows.Length == 0 ? filing with { Report = filing.Report with { IsEvidence = true, Faults = [], Errors = 0 } } : filing;
    });

    private sealed record SentFile(string Rows, int HoursAfter, string Path);
}

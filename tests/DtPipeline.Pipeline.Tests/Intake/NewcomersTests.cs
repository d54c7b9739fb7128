using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>Many organisations that file one period at once.</summary>
public sealed class NewcomersTests
{
    private const int Many = 16;

    private static readonly List<string> Provinces = [.. DefaultCatalogue.TextOf("organisations.csv")!.Split('\n').Select(line => line.Split(',')[0]).Where(code => code.StartsWith("P63-", StringComparison.Ordinal)).Take(Many + 4)];

    [Fact]
    public async Task AfterTheFirstOfThemOneListingTellsWhoseLedgerNeedsNoReading()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = new WatchedStorage(pipeline);

        foreach (var province in Provinces)
        {
            await pipeline.UploadAsync($"{province}/2023-Q1/a.csv", "indicator,value\nDE-08,1\n");
            await watched.TakeAsync($"{province}/2023-Q1/a.csv");
        }

        Assert.Equal(Many + 1, watched.Calls.Count(c => c is { Method: "GET", Path: "Ledger()" }));
        Assert.All(await Task.WhenAll(Provinces.Select(p => pipeline.RowsAsync($"2023-Q1~{p}", "obs~"))), rows => Assert.Equal(1, Assert.Single(rows).GetDouble("Value")));
    }

    [Fact]
    public async Task WhatAnotherInstanceHasWrittenSinceTheListingIsReadAndGoneOnFrom()
    {
        await using var one = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var another = await TestPipeline.StartAsync(storage: one.Storage, clock: one.Clock);
        foreach (var province in Provinces.SkipLast(1))
        {
            await one.DropAsync($"{province}/2023-Q1/a.csv", "indicator,value\nDE-08,1\n");
        }

        var partition = $"2023-Q1~{Provinces[^1]}";
        await another.DropAsync($"{Provinces[^1]}/2023-Q1/a.csv", "indicator,value\nDE-08,1\nGOV-01,1\n");
        one.Clock.Set("2023-03-20T09:01:00+07:00");
        await one.DropAsync($"{Provinces[^1]}/2023-Q1/b.csv", "indicator,value\nDE-08,2\n");

        Assert.Equal([("obs~DE-08", 2), ("obs~GOV-01", 1)], (await one.RowsAsync(partition, "obs~")).Select(r => (r.RowKey, r.GetDouble("Value"))));
        Assert.Equal(1, Assert.Single(await one.RowsAsync(partition, "rev~")).GetDouble("Value"));
        Assert.Equal(2, (await one.RowsAsync(partition, "file~")).Count);
    }
}

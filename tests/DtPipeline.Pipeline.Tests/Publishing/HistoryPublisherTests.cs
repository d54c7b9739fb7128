using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>Who is known to have no history is not asked for it, and nothing is lost where that has changed since.</summary>
public sealed class HistoryPublisherTests
{
    [Fact]
    public async Task OfManyAListingTellsWhoHasNoHistoryAndOfAFewNothingIsAsked()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var histories = pipeline.Get<HistoryPublisher>();
        var many = (await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None)).Organisations.Take(12).ToList();
        await pipeline.Get<PublishedBlobs>().FoldAsync<Said>(HistoryPublisher.NameOf(many[3].Code), _ => new Said("one"), CancellationToken.None);

        Assert.Equal(many.Select(o => o.Code).Where(c => c != many[3].Code).Order(StringComparer.Ordinal), (await histories.NewAmongAsync(many, CancellationToken.None)).Order(StringComparer.Ordinal));
        Assert.Empty(await histories.NewAmongAsync(many[..11], CancellationToken.None));
    }

    [Fact]
    public async Task WhatHasComeSinceTheListingIsKept()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var blobs = pipeline.Get<PublishedBlobs>();
        await blobs.FoldAsync<Said>("organisations/P63-01.json", _ => new Said("one"), CancellationToken.None);

        var folded = await blobs.FoldAsync<Said>("organisations/P63-01.json", before => new Said($"{before?.Words} two"), CancellationToken.None, isNew: true);

        Assert.Equal(new Said("one two"), folded);
        Assert.Equal(new Said("one two"), (await blobs.FindAsync("organisations/P63-01.json", CancellationToken.None))!.Read<Said>());
    }

    [Fact]
    public async Task WhatHasComeSinceTheListingIsFoundWhereNothingWouldBeWritten()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var blobs = pipeline.Get<PublishedBlobs>();
        await blobs.FoldAsync<Said>("organisations/P63-01.json", _ => new Said("one"), CancellationToken.None);

        var folded = await blobs.FoldAsync<Said>("organisations/P63-01.json", before => before is null ? null : new Said($"{before.Words} two"), CancellationToken.None, isNew: true);

        Assert.Equal(new Said("one two"), folded);
    }

    private sealed record Said(string Words);
}

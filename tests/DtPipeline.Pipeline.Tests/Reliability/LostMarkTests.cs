using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Ledger;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Reliability;

/// <summary>Marks of work that others might take away too early, and alerts that nobody would send then.</summary>
public sealed class LostMarkTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Faulty = "indicator,value\nDE-08,many\n";

    [Fact]
    public async Task ADispatchBetweenTheMarkAndTheCommitOfAnAlertLosesNothingWhenTheWriterDies()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-29T09:00:00+07:00");
        await using var dying = new WatchedStorage(pipeline);
        var (isMarked, isCommitted) = (false, false);
        dying.Before = async call =>
        {
            if (isCommitted)
            {
                throw new InvalidOperationException("The process is gone.");
            }

            if (isMarked && call.IsTransaction)
            {
                await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
                isCommitted = true;
            }

            isMarked = isMarked || (call.Method != "GET" && call.Path.StartsWith("Pending(", StringComparison.Ordinal) && call.Path.Contains("~alerts", StringComparison.Ordinal));
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => dying.Get<OverdueCheck>().RunAsync(CancellationToken.None));
        var written = await pipeline.Get<DtPipeline.Azure.Ledger.LedgerStore>().OutboxPartitionsAsync(CancellationToken.None);
        await pipeline.SettleAsync();

        Assert.NotEmpty(written);
        Assert.Empty(await pipeline.Get<DtPipeline.Azure.Ledger.LedgerStore>().OutboxPartitionsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TheEndOfOneIntakeDoesNotTakeAwayTheMarkOfAnother()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var pending = pipeline.Get<PendingStore>();

        var one = await pending.BeginAsync("2023-Q1~P63-01", "one", file: null, CancellationToken.None);
        var other = await pending.BeginAsync("2023-Q1~P63-01", "other", file: null, CancellationToken.None);
        await pending.FinishAsync(other, "2023-Q1", hasOutbox: false, CancellationToken.None);

        Assert.Equal(one.RowKey, Assert.Single(await pending.WorkAsync(TimeSpan.Zero, CancellationToken.None)).RowKey);
    }

    [Fact]
    public async Task OfIntakesThatEndAtOnceOneThatWasBegunAgainKeepsItsMarkAndWhatFollowsFromEachIsMarked()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        var pending = pipeline.Get<PendingStore>();
        string[] organisations = ["P63-01", "P63-02", "P63-04", "P63-06"];
        var begun = await Task.WhenAll(organisations.Select(o => pending.BeginAsync($"2023-Q1~{o}", "file", file: null, CancellationToken.None)));
        await pending.BeginAsync("2023-Q1~P63-02", "file", file: null, CancellationToken.None);

        await Task.WhenAll(begun.Select(b => pending.FinishAsync(b, "2023-Q1", hasOutbox: false, CancellationToken.None)));

        Assert.Equal(begun[1].RowKey, Assert.Single(await pending.WorkAsync(TimeSpan.Zero, CancellationToken.None)).RowKey);
        Assert.Equal(organisations, Assert.Single(await pending.PeriodsAsync(CancellationToken.None)).By.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AlertsWithoutAMarkAreFoundOnceADay()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var later = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        await pipeline.StopServiceBusAsync();
        await pipeline.DropAsync(Path, Faulty);
        foreach (var mark in await later.Get<PendingStore>().OutboxesAsync(CancellationToken.None))
        {
            await later.Get<PendingStore>().ClearAsync(mark, CancellationToken.None);
        }

        await later.Get<Sweep>().RunAsync(CancellationToken.None);
        Assert.Empty(await later.Get<PendingStore>().OutboxesAsync(CancellationToken.None));

        later.Clock.Set("2023-03-21T03:02:00+07:00");
        await later.Get<Sweep>().RunAsync(CancellationToken.None);
        Assert.Equal(["2023-Q1~P63-01"], (await later.Get<PendingStore>().OutboxesAsync(CancellationToken.None)).Select(m => m.Name));
    }

    [Fact]
    public async Task AFilesAlertsAreSentByTheRunThatTookIt()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");

        await pipeline.DropAsync(Path, Faulty);

        Assert.Equal(1, (await pipeline.CountsAsync(StorageNames.SecretariatSubscription)).Active);
        Assert.Empty(await pipeline.RowsAsync("2023-Q1~P63-01", "out~"));
        Assert.Empty(await pipeline.Get<PendingStore>().OutboxesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OneOutboxThatCannotBeSentDoesNotKeepTheOthersFromBeingSent()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-29T09:00:00+07:00");
        var body = new string('ế', 30_000);
        var broken = new TableEntity("2023-Q1~P63-01", "out~broken") { ["Body"] = body, ["type"] = body, ["severity"] = body, ["organisation"] = body, ["period"] = body, ["state"] = body };
        await pipeline.Account.Ledger.AddEntityAsync(broken);
        await pipeline.Get<PendingStore>().MarkOutboxAsync("2023-Q1~P63-01", CancellationToken.None);
        await pipeline.Get<OverdueCheck>().RunAsync(CancellationToken.None);
        var others = (await pipeline.Get<PendingStore>().OutboxesAsync(CancellationToken.None)).Count - 1;

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None));

        Assert.True(others > 0);
        Assert.StartsWith($"1 of {others + 1} outboxes failed, the others are done: 2023-Q1~P63-01 (", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["2023-Q1~P63-01"], (await pipeline.Get<PendingStore>().OutboxesAsync(CancellationToken.None)).Select(m => m.Name));
    }

    [Fact]
    public void AVersionThatTheLedgerHasIsNotTakenAgain()
    {
        var at = new DateTimeOffset(2023, 3, 20, 2, 0, 0, TimeSpan.Zero);
        var version = BlobsModelFactory.BlobItem(
            Path, deleted: false, BlobsModelFactory.BlobItemProperties(accessTierInferred: true, lastModified: at, eTag: new("0x1")), versionId: "2023-03-20T02:00:00.1234567Z", metadata: new Dictionary<string, string>());
        var id = LedgerKey.FileId(Path, "sha", $"2023-03-20T02:00:00.1234567Z{at.UtcTicks}0x1");

        Assert.True(ReportSweep.IsKnown(version, [("other", Path, "sha"), (id, Path, "sha")]));
        Assert.False(ReportSweep.IsKnown(version, [(id, Path, "another")]));
        Assert.False(ReportSweep.IsKnown(version, [(id, "P63-01/2023-Q1/b.csv", "sha")]));
        Assert.False(ReportSweep.IsKnown(version, []));
    }
}

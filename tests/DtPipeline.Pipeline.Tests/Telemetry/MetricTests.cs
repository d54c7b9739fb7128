using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Reliability;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Telemetry;

public sealed class MetricTests
{
    // What the alarm outbox-age of infra/alarms.bicep takes for too long.
    private const double MostSeconds = 900;

    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Faulty = "indicator,value\nDE-08,148\nGOV-99,1\nGOV-98,1\n";

    [Fact]
    public async Task AFileCountsWithItsFaultsItsLatenessAndItsWayToTheReceipt()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        using var measured = new Measurements(pipeline);

        await pipeline.DropAsync(Path, Faulty);
        await pipeline.DropAsync("nowhere.csv", Faulty);

        Assert.Equal(["organisation=P63-01,status=accepted_with_faults: 1", "organisation=unplaced,status=rejected: 1"], measured.SumsOf("dtpipeline.files"));
        Assert.Contains("code=indicator.unknown: 2", measured.SumsOf("dtpipeline.faults"));
        Assert.All(measured.SumsOf("dtpipeline.faults"), f => Assert.StartsWith("code=", f, StringComparison.Ordinal));
        Assert.Equal([0.0], measured.Of("dtpipeline.lateness"));
        Assert.Equal(2, measured.Of("dtpipeline.ingest.duration").Count);
    }

    [Fact]
    public async Task LatenessIsToldOfTheFirstAcceptedFilingAlone()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-04-20T09:00:00+07:00");
        using var measured = new Measurements(pipeline);

        await pipeline.DropAsync(Path, "indicator,value\nGOV-99,1\n");
        Assert.Empty(measured.Of("dtpipeline.lateness"));
        pipeline.Clock.Set("2023-04-22T09:00:00+07:00");
        await pipeline.DropAsync(Path, "indicator,value\nDE-08,148\n");
        pipeline.Clock.Set("2023-04-24T09:00:00+07:00");
        await pipeline.DropAsync(Path, "indicator,value\nDE-08,149\n");

        var obligation = await pipeline.Account.Obligations.GetEntityAsync<TableEntity>("2023-Q1~PROV-Q", "P63-01");
        var due = DateOnly.ParseExact(obligation.Value.GetString("EffectiveDueDay"), "O", CultureInfo.InvariantCulture);
        Assert.True(due < new DateOnly(2023, 4, 22));
        Assert.Equal([new DateOnly(2023, 4, 22).DayNumber - due.DayNumber], measured.Of("dtpipeline.lateness"));
    }

    [Fact]
    public async Task TheSameBytesAgainAreAFileButNoFaults()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        using var measured = new Measurements(pipeline);

        await pipeline.DropAsync(Path, Faulty);
        var once = measured.SumsOf("dtpipeline.faults");
        pipeline.Clock.Set("2023-03-21T09:00:00+07:00");
        await pipeline.DropAsync(Path, Faulty);

        Assert.Equal(["organisation=P63-01,status=accepted_with_faults: 1", "organisation=P63-01,status=duplicate: 1"], measured.SumsOf("dtpipeline.files"));
        Assert.Equal(once, measured.SumsOf("dtpipeline.faults"));
    }

    [Fact]
    public async Task ARepeatedEventAReplayAndARebuildCountNoFileTwice()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var second = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        using var measured = new Measurements(pipeline, second);
        var older = await pipeline.UploadAsync("P63-01/2023-Q1/first.csv", Faulty);
        await SixtyFiles.WaitForNextSecondAsync(pipeline.Account);
        var younger = await pipeline.UploadAsync("P63-01/2023-Q1/second.csv", "indicator,value\nDE-08,148\n");

        // The older one is taken by a replay, as it comes after the younger.
        await pipeline.TakeAsync(younger);
        await pipeline.TakeAsync(older);
        string[] files = ["organisation=P63-01,status=accepted: 1", "organisation=P63-01,status=accepted_with_faults: 1"];
        Assert.Equal(files, measured.SumsOf("dtpipeline.files"));
        var faults = measured.SumsOf("dtpipeline.faults");

        await pipeline.TakeAsync(younger);
        await second.TakeAsync(older);
        await second.SettleAsync();
        await pipeline.Get<PartitionReplay>().RunAsync("2023-Q1~P63-01", CancellationToken.None);
        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await second.Get<Rebuild>().RunAsync(CancellationToken.None);

        Assert.Equal(files, measured.SumsOf("dtpipeline.files"));
        Assert.Equal(faults, measured.SumsOf("dtpipeline.faults"));
        Assert.Single(measured.Of("dtpipeline.lateness"));
        Assert.Equal(2, measured.Of("dtpipeline.ingest.duration").Count);
    }

    [Fact]
    public async Task TheAgeOfTheOutboxRisesWhileServiceBusIsAwayAndEndsWhenItIsBack()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await using var later = await TestPipeline.StartAsync(storage: pipeline.Storage, clock: pipeline.Clock);
        using var measured = new Measurements(pipeline, later);
        await pipeline.StopServiceBusAsync();
        await pipeline.DropAsync(Path, Faulty);

        Assert.IsType<ServiceBusException>((await FailedDispatchAsync(pipeline)).InnerException);
        pipeline.Clock.Set("2023-03-20T10:00:00+07:00");
        Assert.IsType<ServiceBusException>((await FailedDispatchAsync(pipeline)).InnerException);
        await later.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await later.Get<AlertDispatch>().RunAsync(CancellationToken.None);

        Assert.Collection(
            measured.Of("dtpipeline.outbox.age"),
            atFirst => Assert.InRange(atFirst, 0, MostSeconds),
            anHourLater => Assert.InRange(anHourLater, MostSeconds, double.MaxValue),
            back => Assert.InRange(back, MostSeconds, double.MaxValue),
            sent => Assert.Equal(0, sent));
    }

    [Fact]
    public async Task WorkThatWasBegunAndLeftIsPendingUntilItIsSwept()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        using var measured = new Measurements(pipeline);
        await pipeline.Get<PendingStore>().BeginAsync("2023-Q1~P63-01", "a-file", file: null, CancellationToken.None);

        await pipeline.Get<Sweep>().RunAsync(CancellationToken.None);
        await pipeline.Get<Sweep>().RunAsync(CancellationToken.None);

        Assert.Equal([1, 0], measured.Of("dtpipeline.pending"));
    }

    private static Task<InvalidOperationException> FailedDispatchAsync(TestPipeline pipeline) =>
        Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None));
}

using System.Globalization;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Briefing;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Pulling;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Costs;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>The counts that <c>dtp cost</c> multiplies with prices, counted on the wire.</summary>
public sealed class MeasuredCountTests
{
    private const int Indicators = 45;

    /// <summary>What is counted for each alert needs no more of them, and with them their successors.</summary>
    private static readonly string[] NineProvinces =
        ["P63-01", "P63-02", "P63-04", "P63-06", "P63-08", "P63-12", "P63-48", "P63-49", "P63-51", "P34-01", "P34-04", "P34-08", "P34-12", "P34-19", "P34-48", "P34-51"];

    private const string Recipients = "code,name,address,organisations,forms,least_severity,told,view\nSEC,Tổ thư ký,sec@example.test,@all,,green,first,overseer\n";

    [Fact]
    public async Task AReportTakesWhatTheListSays()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = await WarmAsync(pipeline);
        await pipeline.UploadAsync("P63-01/2023-Q1/bao-cao.csv", ManyIndicators.Report(Indicators, 1));

        var calls = await CountAsync(watched, () => watched.TakeAsync("P63-01/2023-Q1/bao-cao.csv"));

        Assert.Equal(MeasuredCounts.Report, calls);
        Assert.Equal(MeasuredCounts.ReceiptsOfReport, (await pipeline.Account.Receipts.NamesAsync()).Count(n => n.StartsWith("P63-01/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AReportOfMoreValuesTakesATransactionMoreForEach99()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, 150);
        await using var watched = await WarmAsync(pipeline);
        await pipeline.UploadAsync("P63-01/2023-Q1/bao-cao.csv", ManyIndicators.Report(150, 1));

        var calls = await CountAsync(watched, () => watched.TakeAsync("P63-01/2023-Q1/bao-cao.csv"));

        var asked = new CostQuestion(1, 150, Frequency.Monthly, 1);
        var work = Workload.Of(asked).Single(w => w.Function == "IngestReport");
        Assert.Equal(work.Calls, calls + MeasuredCounts.CatalogueLook);
    }

    [Fact]
    public async Task TimersThatFindNothingToDoTakeWhatTheListSays()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = await WarmAsync(pipeline);
        await pipeline.Get<PublicationCheck>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();

        // Two periods of the one form are watched: the running one, in which nearly all are missing, and the next.
        Assert.Equal(2 * MeasuredCounts.WatchedPeriod, await CountAsync(watched, () => watched.Get<OverdueCheck>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.UnowedCheck, await CountAsync(watched, () => watched.Get<UnowedCheck>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.Sweep, await CountAsync(watched, () => watched.Get<Sweep>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.CatalogueCheck, await CountAsync(watched, () => watched.Get<CatalogueCheck>().RunAsync([], CancellationToken.None)));
        Assert.Equal(MeasuredCounts.TaskCheck, await CountAsync(watched, () => watched.Get<TaskCheck>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.TargetCheck, await CountAsync(watched, () => watched.Get<TargetCheck>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.PublicationCheck, await CountAsync(watched, () => watched.Get<PublicationCheck>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.RollUp, await CountAsync(watched, () => watched.Get<RollUp>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.MailLook, await CountAsync(watched, () => watched.Get<MailRun>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.Dispatch, await CountAsync(watched, () => watched.Get<AlertDispatch>().RunAsync(CancellationToken.None)));
        Assert.Equal(MeasuredCounts.Pull, await CountAsync(watched, () => watched.Get<SourcePull>().RunAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task LookingAtTheCatalogueTakesOneListingAndTheVersionOfTheStore()
    {
        await using var pipeline = await TestPipeline.StartAsync(settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        await using var watched = new WatchedStorage(pipeline);
        await watched.Get<CatalogueStore>().GetAsync(CancellationToken.None);

        Assert.Equal(MeasuredCounts.CatalogueLook, await CountAsync(watched, () => watched.Get<CatalogueStore>().GetAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task APublicationTakesWhatTheListSaysAndTheLedgersOfThePeriodsThatItCompares()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = await WarmAsync(pipeline);
        await pipeline.SettleAsync();
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", ManyIndicators.Report(Indicators, 1));

        var calls = await CountAsync(watched, () => watched.Get<RollUp>().RunAsync(CancellationToken.None));

        var compared = new CostQuestion(63, Indicators, Frequency.Quarterly, 1).PeriodsCompared;
        Assert.Equal(4, compared);
        Assert.Equal(5, new CostQuestion(63, Indicators, Frequency.Monthly, 1).PeriodsCompared);
        Assert.Equal(MeasuredCounts.RollUp + MeasuredCounts.Publication + (Indicators * MeasuredCounts.IndicatorModel) + MeasuredCounts.History + MeasuredCounts.TargetCheck + new Calls(BlobReads: compared, Tables: 1 + compared), calls);
    }

    [Fact]
    public async Task AnotherDayTakesWhatTheListSaysThoughNothingHasCome()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = await WarmAsync(pipeline);
        await pipeline.SettleAsync();
        pipeline.Clock.Set("2023-03-21T09:00:00+07:00");

        var marked = await CountAsync(watched, () => watched.Get<PublicationCheck>().RunAsync(CancellationToken.None));
        var open = (await pipeline.Get<OpenAlerts>().ListAsync(CancellationToken.None)).Count;
        var published = await CountAsync(watched, () => watched.Get<RollUp>().RunAsync(CancellationToken.None));

        // One organisation has a history. Of the 20 tasks of each there is a page.
        var compared = new CostQuestion(63, Indicators, Frequency.Quarterly, 1).PeriodsCompared;
        Assert.Equal(MeasuredCounts.PublicationCheck + MeasuredCounts.DayMarked, marked);
        Assert.Equal(
            MeasuredCounts.RollUp + MeasuredCounts.TargetCheck + MeasuredCounts.DayPublished + MeasuredCounts.OpenList + (open * MeasuredCounts.OpenAlert) + new Calls(BlobReads: Indicators + 1, Tables: 1 + 1 + compared),
            published);
    }

    [Fact]
    public async Task ABriefTakesTheCallsOfTheListAndTheNextOneThoseOfWhatTheLastWasMadeOf()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00");
        await using var watched = await WarmAsync(pipeline);
        pipeline.Clock.Set("2023-03-29T09:00:00+07:00");
        var first = await CountAsync(watched, () => watched.Get<BriefRun>().RunAsync(CancellationToken.None));
        var nothing = await CountAsync(watched, () => watched.Get<BriefRun>().RunAsync(CancellationToken.None));
        pipeline.Clock.Set("2023-04-03T09:00:00+07:00");

        var next = await CountAsync(watched, () => watched.Get<BriefRun>().RunAsync(CancellationToken.None));

        Assert.Equal(MeasuredCounts.BriefLook, nothing);
        Assert.Equal(MeasuredCounts.BriefLook + MeasuredCounts.Brief, first);
        Assert.Equal(MeasuredCounts.BriefLook + MeasuredCounts.Brief + MeasuredCounts.BriefBefore, next);
    }

    [Fact]
    public async Task AlertsAreDecidedSentAndDeliveredInTheCallsOfTheList()
    {
        await using var pipeline = await StartAsync("2023-03-20T09:00:00+07:00", NineProvinces);
        await using var watched = await WarmAsync(pipeline);
        await pipeline.SettleAsync();
        pipeline.Clock.Set("2023-03-29T09:00:00+07:00");
        var raised = await CountAsync(watched, () => watched.Get<OverdueCheck>().RunAsync(CancellationToken.None));
        var alerts = (await pipeline.Get<PendingStore>().OutboxesAsync(CancellationToken.None)).Count;
        var before = (await pipeline.CountsAsync("secretariat")).Active;

        var sent = await CountAsync(watched, () => watched.Get<AlertDispatch>().RunAsync(CancellationToken.None));
        var active = (await pipeline.CountsAsync("secretariat")).Active;
        await using var receiver = pipeline.Get<ServiceBusClient>().CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        var message = await receiver.ReceiveMessageAsync();
        var delivered = await CountAsync(watched, () => watched.Get<AlertInbox>().DeliverAsync(message!.MessageId, message.Body, CancellationToken.None));

        // One province of nine has filed; of the others each has an alert. Beside them the check marks its work, writes the obligations that changed, and marks their period.
        Assert.Equal(8, alerts);
        Assert.Equal((2 * MeasuredCounts.WatchedPeriod) + new Calls(Tables: 3) + (alerts * MeasuredCounts.AlertRaised), raised);
        Assert.Equal(MeasuredCounts.Dispatch + (alerts * MeasuredCounts.AlertSent), sent + new Calls(Messages: active - before));
        Assert.Equal(MeasuredCounts.Delivery, delivered);
        await watched.Get<RollUp>().RunAsync(CancellationToken.None);
        var another = await receiver.ReceiveMessageAsync();
        await watched.Get<AlertInbox>().DeliverAsync(another!.MessageId, another.Body, CancellationToken.None);
        Assert.Equal(MeasuredCounts.RollUp + MeasuredCounts.AlertsListed + MeasuredCounts.OpenAlert, await CountAsync(watched, () => watched.Get<RollUp>().RunAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task ADigestTakesWhatIsOpenAndIsMailedInTheCallsOfTheList()
    {
        await using var pipeline = await StartAsync("2023-03-29T09:00:00+07:00", NineProvinces);
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(Recipients));
        await using var watched = await WarmAsync(pipeline);
        await pipeline.SettleAsync();
        await pipeline.SendDigestsAsync();
        Assert.Equal(MeasuredCounts.DigestLook, await CountAsync(watched, () => watched.Get<DigestRun>().RunAsync(CancellationToken.None)));
        pipeline.Clock.Set("2023-03-30T09:00:00+07:00");
        var open = (await pipeline.Get<OpenAlerts>().ListAsync(CancellationToken.None)).Count;

        var calls = await CountAsync(watched, () => watched.Get<DigestRun>().RunAsync(CancellationToken.None));
        var mailed = await CountAsync(watched, () => watched.Get<MailRun>().RunAsync(CancellationToken.None));

        // Eight are overdue, and the ninth has filed late.
        Assert.Equal(9, open);
        Assert.Equal(MeasuredCounts.DigestLook + MeasuredCounts.OpenList + (open * MeasuredCounts.OpenAlert) + MeasuredCounts.Digest, calls);
        Assert.Equal(MeasuredCounts.MailLook + MeasuredCounts.Mail, mailed);
    }

    [Fact]
    public async Task WhatWasSettledLongAgoCostsNobodyWhoLooksAtWhatIsOpen()
    {
        await using var pipeline = await StartAsync("2023-03-29T09:00:00+07:00", NineProvinces);
        await using var watched = await WarmAsync(pipeline);
        await pipeline.SettleAsync();
        await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None);
        var catalogue = await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        foreach (var province in catalogue.Organisations.Where(o => o.IsIn("@provinces") && o.IsValidOn(new DateOnly(2023, 3, 31))))
        {
            await pipeline.DropAsync($"{province.Code}/2023-Q1/bao-cao.csv", ManyIndicators.Report(Indicators, 1));
        }

        await pipeline.SettleAsync();
        pipeline.Clock.Set("2023-04-10T09:00:00+07:00");
        await pipeline.SettleAsync();
        await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None);

        var open = (await pipeline.Get<OpenAlerts>().ListAsync(CancellationToken.None)).Count;
        var calls = await CountAsync(watched, () => watched.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None));

        Assert.InRange(open, 0, 5);
        Assert.Equal(MeasuredCounts.OpenList + (open * MeasuredCounts.OpenAlert), calls);
    }

    private static async Task<TestPipeline> StartAsync(string now, params string[] bodies)
    {
        var settings = new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "01:00:00", ["DtPipeline:SweepAfter"] = "00:00:00" };
        var pipeline = bodies.Length == 0 ? await TestPipeline.StartAsync(now, settings: settings) : await FewBodies.StartAsync(now, settings, bodies);
        await ManyIndicators.PutAsync(pipeline, Indicators);
        return pipeline;
    }

    /// <summary>The catalogue is read once a process, by the first report of all.</summary>
    private static async Task<WatchedStorage> WarmAsync(TestPipeline pipeline)
    {
        var watched = new WatchedStorage(pipeline);
        await pipeline.UploadAsync("P63-04/2023-Q1/bao-cao.csv", ManyIndicators.Report(Indicators, 1));
        await watched.TakeAsync("P63-04/2023-Q1/bao-cao.csv");
        return watched;
    }

    private static async Task<Calls> CountAsync(WatchedStorage watched, Func<Task> work)
    {
        watched.Forget();
        await work();
        return watched.Calls.Aggregate(new Calls(), (sum, call) => sum + Billed(call));
    }

    private static Calls Billed(StorageCall call)
    {
        var isOfBlobs = StorageNames.Containers.Contains(call.Path.Split('/')[0]);
        return (isOfBlobs, call.Method, call.Path.Contains('/', StringComparison.Ordinal)) switch
        {
            (false, _, _) => new Calls(Tables: 1),
            (true, "GET", false) => new Calls(BlobLists: 1),
            (true, "GET" or "HEAD", true) => new Calls(BlobReads: 1),
            (true, "PUT", true) => new Calls(BlobWrites: 1),
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Nobody has said what {call} is billed as.")),
        };
    }
}

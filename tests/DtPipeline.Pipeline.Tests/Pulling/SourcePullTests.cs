using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Azure.Pulling;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Pipeline.Tests.Pulling;

/// <summary>Hà Nội's report of the second quarter of 2023, due on 25 June, from a source asked at seven every morning.</summary>
public sealed class SourcePullTests : IAsyncLifetime
{
    private const string Header = "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\n";
    private const string Path = "P63-01/2023-Q2/pull-HN.csv";
    private const string Report = "indicator,value\nGOV-01,1\n";

    private SourceServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await SourceServer.StartAsync();
        server.Answer = Reports(Report);
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task WhatASourceHasIsTakenInLikeAnyOtherReport()
    {
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00");

        await PullAsync(pipeline);
        await pipeline.SettleAsync();

        Assert.Equal([Path], await pipeline.Account.Reports.NamesAsync());
        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
        Assert.Equal("pull:HN", (await pipeline.Account.Reports.GetBlobClient(Path).GetPropertiesAsync()).Value.Metadata["sender"]);
    }

    [Fact]
    public async Task ASourceIsAskedOnceForEachTimeOfItsScheduleHoweverManyRunsWereMissed()
    {
        await using var pipeline = await StartAsync("2023-06-20T06:00:00+07:00");

        // Never asked before, then not yet seven, past seven, asked already, and four days later.
        var asked = new List<int>();
        foreach (var now in new[] { "20T06:00:00", "20T06:45:00", "20T07:00:05", "20T23:45:00", "24T12:00:00", "24T12:15:00" })
        {
            pipeline.Clock.Set($"2023-06-{now}+07:00");
            await PullAsync(pipeline);
            asked.Add(server.Requests.Count(r => r.Path == "/P63-01/2023-Q2.csv"));
        }

        Assert.Equal([1, 1, 2, 2, 3, 3], asked);
    }

    [Fact]
    public async Task WhatIsTheSameAsBeforeIsNotDroppedAgain()
    {
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00");
        await PullAsync(pipeline);
        var first = (await pipeline.Account.Reports.GetBlobClient(Path).GetPropertiesAsync()).Value.ETag;

        pipeline.Clock.Set("2023-06-21T08:00:00+07:00");
        await PullAsync(pipeline);

        Assert.Equal(2, server.Requests.Count(r => r.Path == "/P63-01/2023-Q2.csv"));
        Assert.Equal(first, (await pipeline.Account.Reports.GetBlobClient(Path).GetPropertiesAsync()).Value.ETag);
    }

    [Fact]
    public async Task TheSourceIsToldWhichVersionIsKnown()
    {
        server.Answer = context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            return context.Request.Headers.IfNoneMatch == "\"v1\"" ? Status(304)(context) : Reports(Report)(context);
        };
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00");
        await PullAsync(pipeline);

        pipeline.Clock.Set("2023-06-21T08:00:00+07:00");
        await PullAsync(pipeline);

        Assert.Equal([null, "\"v1\""], server.Requests.Where(r => r.Path == "/P63-01/2023-Q2.csv").Select(r => r.IfNoneMatch));
        Assert.Equal(("ok", 0), await StateAsync(pipeline, "HN"));
    }

    [Fact]
    public async Task WhatHasChangedRevisesWhatWasThere()
    {
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00");
        await PullAsync(pipeline);
        await pipeline.SettleAsync();
        server.Answer = Reports("indicator,value\nGOV-01,0\n");

        pipeline.Clock.Set("2023-06-21T08:00:00+07:00");
        await PullAsync(pipeline);
        await pipeline.SettleAsync();

        Assert.Equal(0, Assert.Single(await pipeline.RowsAsync("2023-Q2~P63-01", "obs~")).GetDouble("Value"));
        Assert.Single(await pipeline.RowsAsync("2023-Q2~P63-01", "rev~"));
    }

    [Fact]
    public async Task AReportThatIsNotThereYetIsNoFailureBeforeItIsDue()
    {
        server.Answer = Status(404);
        await using var pipeline = await StartAsync("2023-06-25T08:00:00+07:00");

        await PullAsync(pipeline);
        var before = await StateAsync(pipeline, "HN");
        pipeline.Clock.Set("2023-06-27T08:00:00+07:00");
        await PullAsync(pipeline);

        Assert.Equal(("ok", 0), before);
        Assert.Equal(("the source has no report at that address", 1), await StateAsync(pipeline, "HN"));
    }

    [Fact]
    public async Task ASourceThatFailsKeepsNoOtherFromItsTurn()
    {
        server.Answer = context => context.Request.Path.StartsWithSegments("/P63-01") ? Status(500)(context) : Reports(Report)(context);
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00", Line("HN", "P63-01"), Line("HG", "P63-02"));

        await PullAsync(pipeline);

        Assert.Equal(["P63-02/2023-Q2/pull-HG.csv"], await pipeline.Account.Reports.NamesAsync());
        Assert.Equal(("the source answered with status 500", 1), await StateAsync(pipeline, "HN"));
        Assert.Equal(("ok", 0), await StateAsync(pipeline, "HG"));
    }

    [Fact]
    public async Task ThreeFailuresInARowAreToldAndTheNextSuccessResolvesThem()
    {
        server.Answer = Status(500);
        await using var pipeline = await StartAsync("2023-06-20T08:00:00+07:00");
        var told = new List<string>();
        for (var day = 20; day <= 24; day++)
        {
            server.Answer = day == 24 ? Reports(Report) : Status(500);
            pipeline.Clock.Set(string.Create(CultureInfo.InvariantCulture, $"2023-06-{day}T08:00:00+07:00"));
            await PullAsync(pipeline);
            await pipeline.SettleAsync();
            told.Add(await AlertAsync(pipeline));
        }

        const string Raised = "open yellow 2023-Q2: The reports of Ha Noi could not be fetched from the source 'HN' 3 times in a row: the source answered with status 500.";
        Assert.Equal(
            ["none", "none", Raised, Raised, "resolved yellow 2023-Q2: The reports of Ha Noi can be fetched from the source 'HN' again."],
            told);
    }

    [Fact]
    public async Task AnAlertRaisedInOnePeriodIsResolvedInTheNext()
    {
        server.Answer = Status(500);
        await using var pipeline = await StartAsync("2023-06-28T08:00:00+07:00");
        foreach (var now in new[] { "06-28", "06-29", "06-30" })
        {
            pipeline.Clock.Set($"2023-{now}T08:00:00+07:00");
            await PullAsync(pipeline);
        }

        server.Answer = Reports(Report);
        pipeline.Clock.Set("2023-07-01T08:00:00+07:00");
        await PullAsync(pipeline);
        await pipeline.SettleAsync();

        Assert.StartsWith("resolved yellow 2023-Q2: ", await AlertAsync(pipeline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceIsLeftAloneAsLongAsItAsksForIt()
    {
        server.Answer = context =>
        {
            context.Response.Headers.RetryAfter = "7200";
            return Status(503)(context);
        };
        await using var pipeline = await StartAsync("2023-06-20T06:30:00+07:00");
        var asked = new List<int>();
        foreach (var now in new[] { "06:30", "07:30", "08:45" })
        {
            pipeline.Clock.Set($"2023-06-20T{now}:00+07:00");
            await PullAsync(pipeline);
            asked.Add(server.Requests.Count);
        }

        Assert.Equal([1, 1, 2], asked);
    }

    [Fact]
    public async Task PrivateNetworksAreRefusedUnlessTheSettingAllowsThem()
    {
        var line = $"HN,P63-01,https://localhost:{server.Root.Port}/{{period}}.csv,csv,quarterly,0 7 * * *,,,";
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T08:00:00+07:00");
        await PutAsync(pipeline, line);

        await PullAsync(pipeline);

        Assert.Empty(server.Requests);
        Assert.Equal(("the source's host is not on the public internet", 1), await StateAsync(pipeline, "HN"));
    }

    [Fact]
    public async Task WithoutSourcesNothingIsDone()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T08:00:00+07:00");

        await PullAsync(pipeline);

        Assert.Equal(0, await pipeline.Account.Pending.CountAsync());
    }

    private async Task<TestPipeline> StartAsync(string now, params string[] lines)
    {
        var pipeline = await TestPipeline.StartAsync(now, settings: new Dictionary<string, string?> { ["DtPipeline:AllowPrivateSources"] = "true" });
        await PutAsync(pipeline, lines.Length == 0 ? [Line("HN", "P63-01")] : lines);
        return pipeline;
    }

    private string Line(string code, string organisation) => $"{code},{organisation},{server.Root}{{organisation}}/{{period}}.csv,csv,quarterly,0 7 * * *,,,";

    private static async Task PutAsync(TestPipeline pipeline, params string[] lines) =>
        await pipeline.Account.Catalogue.GetBlobClient("sources.csv").UploadAsync(BinaryData.FromString(Header + string.Join('\n', lines) + "\n"));

    private static Task PullAsync(TestPipeline pipeline) => pipeline.Get<SourcePull>().RunAsync(CancellationToken.None);

    private static async Task<(string Outcome, int Failures)> StateAsync(TestPipeline pipeline, string source)
    {
        var row = (await pipeline.Account.Pending.GetEntityAsync<TableEntity>("pull", $"source~{source}")).Value;
        return (row.GetString("Outcome"), row.GetInt32("Failures")!.Value);
    }

    private static async Task<string> AlertAsync(TestPipeline pipeline)
    {
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>("Type eq 'dtpipeline.source.failed'"))
        {
            return $"{row.GetString("State")} {row.GetString("Severity")} {row.GetString("Period")}: {row.GetString("MessageEn")}";
        }

        return "none";
    }

    /// <summary>The report of the second quarter; of others there is none.</summary>
    private static Func<HttpContext, Task> Reports(string report) => context =>
        context.Request.Path.Value!.Contains("2023-Q2", StringComparison.Ordinal) ? context.Response.WriteAsync(report) : Status(404)(context);

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}

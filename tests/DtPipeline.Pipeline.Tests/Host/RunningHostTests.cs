using System.Net;
using System.Text.Json.Nodes;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>A host that has dropped the samples and goes on running.</summary>
[Collection(RunningHosts.Name)]
public sealed class RunningHostTests(RunningHost running)
{
    [Fact]
    public void SaysWhatItHasDroppedAndWhichTimeItIs()
    {
        Assert.Single(running.Host.Lines(), "182 sample reports dropped.");
        Assert.Matches("^DtPipeline is running. Now: 2023-07-26 08:0[0-9] in Vietnam \\(the clock was set\\)$", running.Host.Line("DtPipeline is running."));
    }

    [Fact]
    public void PrintsItsAddressesAndWholeConnectionStrings()
    {
        var port = running.Data.Port;

        Assert.Equal($"http           http://127.0.0.1:{port}/api/v1/periods/2023-Q2", running.Host.Line("http"));
        Assert.Single(running.Host.Lines(), $"The page is at http://127.0.0.1:{port}/ for any browser. Ctrl+C stops.");
        Assert.Equal(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{port + 1}/devstoreaccount1;QueueEndpoint=http://127.0.0.1:{port + 2}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{port + 3}/devstoreaccount1;",
            running.Host.Line("DefaultEndpointsProtocol="));
        Assert.Equal(
            $"Endpoint=sb://127.0.0.1:{port + 4};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;",
            running.Host.Line("Endpoint="));
    }

    [Fact]
    public async Task ServesThePeriodAsItIsPublished()
    {
        using var answer = await running.GetAsync("2023-Q2");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var published = await running.Account.Published.GetBlobClient("2023-Q2.json").DownloadContentAsync();
        Assert.Equal(published.Value.Content.ToString(), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswersASentenceForAPeriodThatIsNotPublished()
    {
        using var answer = await running.GetAsync("2031-Q1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("Nothing is published of '2031-Q1'; it is there as soon as a first report is accepted.", "Chưa có số liệu nào của «2031-Q1»; số liệu có ngay sau khi báo cáo đầu tiên được nhận."), Said(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task ServesThePeriodAsItWasKnownBeforeAnybodyReported()
    {
        using var answer = await running.GetAsync("2023-Q2?asOf=2020-01-01");
        using var refused = await running.GetAsync("2023-Q2?asOf=yesterday");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"reported\": 0", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("asOf is 'yesterday'; expected a day 2024-07-01 or a moment 2024-07-01T09:00:00+07:00.", Said(await refused.Content.ReadAsStringAsync()).En);
    }

    [Fact]
    public async Task ServesWhatItHasMeasured()
    {
        var metrics = await running.MetricsAsync();

        Assert.Contains("# TYPE dtpipeline_files_total counter\n", metrics, StringComparison.Ordinal);
        Assert.Contains("dtpipeline_files_total{otel_scope_name=\"DtPipeline\",organisation=\"MOHA\",status=\"accepted\"} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("dtpipeline_ingest_duration_seconds_count{otel_scope_name=\"DtPipeline\"} 182\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MailsTheOverdueAlertsByItself() => await running.Host.UntilAsync(
        "e-mail",
        () => Task.FromResult(Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(running.Data.Folder, "mail")).FullName, "report.overdue~*~SECRETARIAT.eml").Any()));

    [Fact]
    public async Task ShowsTheFilesOfAnOrganisationsPeriod()
    {
        using var answer = await running.FilesAsync("MOHA/2023-Q2");
        using var ofNobody = await running.FilesAsync("MOHX/2023-Q2");

        var shown = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("MOHA", "2023-Q2"), ((string)shown["organisation"]!, (string)shown["period"]!));
        Assert.Equal(("MOHA/2023-Q2/bao-cao-quy-2-2023.csv", "accepted"), ((string)shown["files"]![0]!["path"]!, (string)shown["files"]![0]!["status"]!));
        Assert.Equal(HttpStatusCode.NotFound, ofNobody.StatusCode);
    }

    [Fact]
    public async Task TakesWhatPeopleDoWithAnAlert()
    {
        const string alert = "P63-06/report.overdue~2023-Q2~P63-06~PROV-Q";
        await running.Host.UntilAsync("has the alert", async () => (await running.HandleAsync(alert, """{ "action": "reopen", "by": "Lan" }""")).Status == HttpStatusCode.OK);

        var (status, answer) = await running.HandleAsync(alert, """{ "action": "acknowledge", "by": "Lan", "note": "đã gọi" }""");

        Assert.Equal(HttpStatusCode.OK, status);
        var shown = JsonNode.Parse(answer)!;
        Assert.Equal(("acknowledged", "Lan", "đã gọi"), ((string)shown["state"]!, (string)shown["handling"]!["by"]!, (string)shown["handling"]!["note"]!));
        var (_, reopened) = await running.HandleAsync(alert, """{ "action": "reopen", "by": "Lan" }""");
        Assert.Equal("open", (string)JsonNode.Parse(reopened)!["state"]!);
        var (ofNone, why) = await running.HandleAsync("P63-06/no", """{ "action": "reopen", "by": "Lan" }""");
        Assert.Equal((HttpStatusCode.NotFound, "There is no alert 'no' of 'P63-06'.", "Không có cảnh báo 'no' của 'P63-06'."), (ofNone, Said(why).En, Said(why).Vi));
        foreach (var body in new[] { "acknowledge", $$"""{ "action": "acknowledge", "by": "Lan", "note": "{{new string('x', 20_000)}}" }""" })
        {
            var (refused, reason) = await running.HandleAsync(alert, body);
            Assert.Equal((HttpStatusCode.BadRequest, "The body must be JSON like { \"action\": \"acknowledge\", \"by\": \"…\" }."), (refused, Said(reason).En));
        }
    }

    private static (string En, string Vi) Said(string problem)
    {
        var said = JsonNode.Parse(problem)!;
        return ((string)said["detail"]!, (string)said["detailVi"]!);
    }
}

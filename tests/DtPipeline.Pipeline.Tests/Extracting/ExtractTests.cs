using System.Text;
using System.Text.Json.Nodes;
using DtPipeline.Azure.Extracting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Functions.Api;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DtPipeline.Pipeline.Tests.Extracting;

/// <summary>One store: Hà Nội has sent 2023-Q2, Hải Phòng too; the form is closed, and Hà Nội has sent a correction.</summary>
public sealed class ExtractTests
{
    private const string Folder = "P63-01/2023-Q2";

    private const string Report = """
        indicator,value,status,numerator,denominator,note
        DS-05,1148000,E,,,"=1+1, <b>đậm</b>
        dòng hai"
        DG-05,"0,8 %",,8,1000,'=2
        GOV-01,có,,,,
        DG-06,không phát sinh,,,,không có gì

        """;

    [Fact]
    public async Task WhatIsExtractedOfAnOrganisationsPeriodAndSentAgainChangesNothing()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await pipeline.DropAsync($"{Folder}/bao-cao.csv", Report);
        await pipeline.DropAsync("P63-31/2023-Q2/bao-cao.csv", "indicator,value\nDS-05,7\n");
        pipeline.Clock.Set("2023-06-27T09:00:00+07:00");
        Assert.Null((await pipeline.Get<ClosingDesk>().ActAsync("PROV-Q", "2023-Q2", new ClosingRequest("close", "=Lan", null), signedIn: null, CancellationToken.None)).Why);
        pipeline.Clock.Set("2023-06-28T09:00:00+07:00");
        await pipeline.DropAsync($"{Folder}/sua.csv", "indicator,value,status\nDG-13,12,\nGOV-01,,withdrawn\n");
        pipeline.Clock.Set("2023-06-28T09:01:00+07:00");
        await pipeline.DropAsync($"{Folder}/sua-nua.csv", "indicator,value,status\nDG-13,,withdrawn\n");

        var folder = Directory.CreateTempSubdirectory("dtpipeline-extract-");
        foreach (var (at, (format, file)) in new[] { ("sdmx", "a.csv"), ("csv", "b.csv"), ("xlsx", "c.xlsx") }.Index())
        {
            var path = Path.Combine(folder.FullName, file);
            var run = await DtpRun.OnAsync(pipeline, "extract", path, "--period", "2023-Q2", "--organisation", "P63-01", "--format", format);
            Assert.Equal($"5 observations are in {path}.\n", run.Output);

            pipeline.Clock.Set($"2023-06-28T1{at}:00:00+07:00");
            var sent = await pipeline.UploadAsync($"{Folder}/{file}", await File.ReadAllBytesAsync(path));
            await pipeline.TakeAsync(sent);

            var receipt = await pipeline.ReceiptOfAsync($"{Folder}/{file}");
            Assert.Equal("""{"rows":5,"accepted":0,"unchanged":5,"revised":0,"nil":0,"missing":0,"faulty":0,"passedOver":0}""", receipt["counts"]!.ToJsonString());
            Assert.Equal(["form.after_closing", "form.incomplete"], receipt["faults"]!.AsArray().Select(f => f!["code"]!.ToString()).Order(StringComparer.Ordinal));
            Assert.Equal("accepted", receipt["status"]!.ToString());
        }

        folder.Delete(recursive: true);
        var (status, type, name, text) = await AskAsync(pipeline, "?period=2023-Q2&form=PROV-Q&indicator=DS-05&format=sdmx");
        Assert.Equal((200, "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", "attachment; filename=observations-2023-Q2-PROV-Q-DS-05.sdmx.csv"), (status, type, name));
        var lines = text.Split("\r\n");
        Assert.Equal(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,NUMERATOR,DENOMINATOR,OBS_COMMENT,FORM,FILE_ID,UPLOADED_AT,CLOSED_AT,CLOSED_BY,AFTER_CLOSING",
            lines[0]);
        Assert.Matches(
            "^datastructure,DTPIPELINE:OBSERVATIONS\\(1.0\\),I,Q,P63-01,DS-05,2023-Q2,1148000,E,count,,,\"'=1\\+1, <b>đậm</b>\ndòng hai\",PROV-Q,[0-9a-f]{16},2023-06-20T02:[0-9:]{5}Z,2023-06-27T02:[0-9:]{5}Z,'=Lan,$",
            lines[1]);
        Assert.StartsWith("datastructure,DTPIPELINE:OBSERVATIONS(1.0),I,Q,P63-31,DS-05,2023-Q2,7,A,count,,,,PROV-Q,", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);

        var past = (await AskAsync(pipeline, "?period=2023-Q2&organisation=P63-01&asOf=2023-06-21")).Text.Split("\r\n");
        Assert.Equal(["DG-05", "DG-06", "DS-05", "GOV-01"], past.Where(l => l.StartsWith("P63-01,", StringComparison.Ordinal)).Select(l => l.Split(',')[3]));
        Assert.DoesNotContain(past, l => l.Contains(",withdrawn,", StringComparison.Ordinal) || l.Contains("Lan", StringComparison.Ordinal));

        var refused = await AskAsync(pipeline, "?form=PROV-X");
        Assert.Equal((400, "application/problem+json"), (refused.Status, refused.Type));
        Assert.Equal(("Không có biểu mẫu «PROV-X».", "There is no form 'PROV-X'."), ((string?)JsonNode.Parse(refused.Text)!["detailVi"], (string?)JsonNode.Parse(refused.Text)!["detail"]));
        var everything = (await AskAsync(pipeline, string.Empty)).Text.Split("\r\n");
        Assert.Equal(1 + 5 + 1 + 1, everything.Length);
        Assert.Equal(["1", "1"], everything.Where(l => l.Contains(",withdrawn,", StringComparison.Ordinal)).Select(l => l.Split(',')[^1]));
    }

    private static async Task<(int Status, string? Type, string? Name, string Text)> AskAsync(TestPipeline pipeline, string query)
    {
        var context = new DefaultHttpContext { RequestServices = new NoServices() };
        await using var body = new MemoryStream();
        (context.Request.QueryString, context.Response.Body) = (new QueryString(query), body);
        var result = await new Observations(pipeline.Get<Extract>()).ExtractObservations(context.Request, CancellationToken.None);
        await result.ExecuteResultAsync(new ActionContext(context, new RouteData(), new()));
        return (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.ContentDisposition, Encoding.UTF8.GetString(body.ToArray()));
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}

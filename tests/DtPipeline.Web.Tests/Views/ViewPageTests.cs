using System.Net;
using System.Net.Http.Json;
using System.Text;
using DtPipeline.Answers.Views;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Views;

public sealed class ViewPageTests(RunningHost running)
{
    [Fact]
    public async Task AViewThatHasNotChangedIsNotSentAgain()
    {
        var first = await running.Http.GetAsync("api/v1/views/submit?lang=en");
        var again = new HttpRequestMessage(HttpMethod.Get, "api/v1/views/submit?lang=en");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await running.Http.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task WhatIsTakenAwayIsWhatTheViewShows(string language)
    {
        foreach (var view in new[] { "today", "compliance", "indicators", "files", "submit", "tasks", "alerts", "briefs" })
        {
            var model = await running.Http.GetFromJsonAsync<ViewModel>($"api/v1/views/{view}?lang={language}");
            var text = await running.Http.GetAsync($"{view}.csv?lang={language}");

            Assert.Equal("text/csv", text.Content.Headers.ContentType?.MediaType);
            Assert.Equal(Encoding.UTF8.GetString(ViewCsv.Of(model!)), Encoding.UTF8.GetString(await text.Content.ReadAsByteArrayAsync()));
        }
    }

    [Fact]
    public async Task AReporterIsShownNoOtherBody()
    {
        async Task<HttpResponseMessage> AskAsync(string address)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("DtPipeline-As", "reporter:P34-01");
            return await running.Http.SendAsync(request);
        }

        var compliance = await (await AskAsync("api/v1/views/compliance?lang=en")).Content.ReadFromJsonAsync<ViewModel>();

        Assert.All(compliance!.Tables.SelectMany(t => t.Rows), r => Assert.Equal("P34-01", r.Key));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("api/v1/views/compliance/PROV-Q/2025-Q3/P34-04")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("api/v1/views/files/receipt?path=P34-04%2F2025-Q3%2Fbao-cao.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("api/v1/views/files/receipt?path=P34-01%2F..%2FP34-04%2F2025-Q3%2Fbao-cao.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("compliance/PROV-Q/2025-Q3/P34-04.csv")).StatusCode);
    }
}

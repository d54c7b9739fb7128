using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Api;

/// <summary>Pages of lists, versions of what is published, and rows beside faults.</summary>
public sealed class ListTests(RunningHost running)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("organisations", "code", 40)]
    [InlineData("files?period=2025-Q3", "path", 3)]
    [InlineData("alerts?severity=yellow", "key", 7)]
    public async Task PagesTogetherHaveEverythingOnceAndInTheOrderOfTheWhole(string list, string key, int limit)
    {
        var ask = $"api/v1/{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=";
        List<string> whole = [], walked = [];
        var pages = 0;

        // The host goes on meanwhile, and so do other tests: what counts is a walk during which nothing came or went.
        await running.Host.UntilAsync("has something to list, and leaves it as it is for a walk", async () =>
        {
            whole = Keys(await JsonAsync($"{ask}200"), key);
            (walked, pages, var next) = ([], 0, (string?)null);
            do
            {
                var page = await JsonAsync($"{ask}{limit}{(next is null ? string.Empty : $"&after={next}")}");
                walked.AddRange(Keys(page, key));
                (next, pages) = ((string?)page["next"], pages + 1);
            }
            while (next is not null);

            return whole.Count > 0 && whole.SequenceEqual(Keys(await JsonAsync($"{ask}200"), key));
        });

        Assert.Equal(whole, walked.Take(whole.Count));
        Assert.Equal(walked.Count, walked.Distinct().Count());
        Assert.Equal((walked.Count + limit - 1) / limit, pages);
    }

    [Fact]
    public async Task FilesStandTheNewestFirst()
    {
        var times = (await JsonAsync("api/v1/files?period=2025-Q3"))["items"]!.AsArray().Select(f => (DateTimeOffset)f!["uploadedAt"]!).ToList();

        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task WhoHasTheVersionThatIsPublishedIsToldSoAndNothingElse()
    {
        using var first = await running.Http.GetAsync("api/v1/organisations/P34-01", Cancelled);
        Assert.Equal("private, max-age=0, must-revalidate", first.Headers.GetValues("Cache-Control").Single().Replace("must-revalidate, max-age=0, private", "private, max-age=0, must-revalidate", StringComparison.Ordinal));
        using var again = new HttpRequestMessage(HttpMethod.Get, "api/v1/organisations/P34-01") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\""), first.Headers.ETag! } } };
        using var known = await running.Http.SendAsync(again, Cancelled);
        using var other = new HttpRequestMessage(HttpMethod.Get, "api/v1/organisations/P34-01") { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") } } };
        using var anew = await running.Http.SendAsync(other, Cancelled);

        Assert.Equal((HttpStatusCode.NotModified, string.Empty, first.Headers.ETag), (known.StatusCode, await known.Content.ReadAsStringAsync(Cancelled), known.Headers.ETag));
        Assert.Equal((HttpStatusCode.OK, await first.Content.ReadAsStringAsync(Cancelled)), (anew.StatusCode, await anew.Content.ReadAsStringAsync(Cancelled)));
    }

    [Fact]
    public async Task AnObligationSaysUntilWhenAndByWhichRule()
    {
        var due = (await JsonAsync("api/v1/obligations/PROV-Q/2025-Q3/P34-01"))["due"]!;

        Assert.Equal("no later than day", ((string)due["rule"]!["en"]!).Split(": ")[1][.."no later than day".Length]);
        Assert.True((DateOnly.Parse((string)due["nominal"]!, null) <= DateOnly.Parse((string)due["effective"]!, null)));
    }

    [Fact]
    public async Task TooManyKeysAreRefusedWithTheLimitAndWhatToDo()
    {
        using var body = new StringContent($$"""{ "action": "reopen", "by": "Lan", "keys": [ {{string.Join(", ", Enumerable.Repeat("\"a/b\"", 101))}} ] }""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await running.Http.PostAsync("api/v1/alerts", body, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("At most 100 alerts at once; send the rest in another request.", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!["detail"]!);
    }

    private async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await running.Http.GetStringAsync(address, Cancelled))!;

    private static List<string> Keys(JsonNode page, string key) => [.. page["items"]!.AsArray().Select(i => (string)i![key]!)];
}

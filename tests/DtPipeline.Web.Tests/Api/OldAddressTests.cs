using System.Net;
using System.Text.Json.Nodes;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Api;

/// <summary>Addresses in mails and briefs of before there was a version.</summary>
public sealed class OldAddressTests(RunningHost running)
{
    [Theory]
    [InlineData("api/periods/2025-Q3", "/api/v1/periods/2025-Q3")]
    [InlineData("api/periods/2025-Q3?asOf=2025-09-20&x=a%26b", "/api/v1/periods/2025-Q3?asOf=2025-09-20&x=a%26b")]
    [InlineData("api/receipts/MIC/2025-Q3/b%C3%A1o%20c%C3%A1o.xlsx", "/api/v1/receipts/MIC/2025-Q3/b%C3%A1o%20c%C3%A1o.xlsx")]
    [InlineData("api/alerts/P34-01/report.overdue~2025-Q3~P34-01~PROV-Q", "/api/v1/alerts/P34-01/report.overdue~2025-Q3~P34-01~PROV-Q")]
    public async Task AnOldAddressIsSentOnForGoodWithItsQuery(string old, string now)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = running.Http.BaseAddress };

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, old);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal((HttpStatusCode.PermanentRedirect, now), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    [Fact]
    public async Task AnAddressThatIsNoneIsSaidSoAndSentNowhere()
    {
        using var answer = await running.Http.GetAsync("api/v1/nothing", TestContext.Current.CancellationToken);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(("about:blank", "Not Found", 404, "route.unknown", "/api/v1/nothing"), ((string)problem["type"]!, (string)problem["title"]!, (int)problem["status"]!, (string)problem["code"]!, (string)problem["instance"]!));
        Assert.Equal("There is no such address; /api/v1/openapi.json lists all of them.", (string)problem["detail"]!);
        Assert.Equal("Không có địa chỉ này; /api/v1/openapi.json liệt kê mọi địa chỉ.", (string)problem["detailVi"]!);
    }
}

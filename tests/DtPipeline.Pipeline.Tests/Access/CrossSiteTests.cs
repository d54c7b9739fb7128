using System.Net;
using DtPipeline.Azure.Access;

namespace DtPipeline.Pipeline.Tests.Access;

public sealed class CrossSiteTests
{
    private static readonly Asking Post = SignInTests.Asked() with { Method = "POST", ContentType = "application/json; charset=utf-8" };

    [Theory]
    [InlineData("POST", null, null, null)]
    [InlineData("POST", "same-origin", "http://127.0.0.1:7071", null)]
    [InlineData("POST", "none", null, null)]
    [InlineData("POST", "same-site", "http://127.0.0.1:7072", "site.foreign")]
    [InlineData("POST", "cross-site", "https://example.org", "site.foreign")]
    [InlineData("POST", "cross-site", null, "site.foreign")]
    [InlineData("PUT", "cross-site", "https://example.org", "site.foreign")]
    [InlineData("DELETE", null, "https://example.org", "site.foreign")]
    [InlineData("POST", null, "https://example.org", "site.foreign")]
    [InlineData("POST", null, "http://127.0.0.1:7072", "site.foreign")]
    [InlineData("POST", null, "null", "site.foreign")]
    [InlineData("GET", "cross-site", null, null)]
    public void AnotherSiteChangesNothingOnOneMachine(string method, string? fetchSite, string? origin, string? refusal) =>
        Assert.Equal(refusal, SignInTests.Locally().Of(Post with { Method = method, FetchSite = fetchSite, Origin = origin }).Refusal?.Code);

    [Theory]
    [InlineData("https://bao-cao.example.gov.vn", null)]
    [InlineData("https://app.azurewebsites.net", null)]
    [InlineData("http://bao-cao.example.gov.vn", "site.foreign")]
    [InlineData("https://bao-cao.example.gov.vn.example.org", "site.foreign")]
    [InlineData("https://example.org", "site.foreign")]
    public void TheAppInAzureHasItsOwnAddresses(string origin, string? refusal) => Assert.Equal(
        refusal, SignInTests.InAzure().Of(Post with { Origin = origin, Host = "localhost", Address = "https://example.org" }).Refusal?.Code);

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("Application/JSON;charset=utf-8", null)]
    [InlineData(null, null)]
    [InlineData("text/plain", "content.type")]
    [InlineData("application/x-www-form-urlencoded", "content.type")]
    [InlineData("multipart/form-data; boundary=x", "content.type")]
    [InlineData("application/jsonp", "content.type")]
    public void AFormIsNotJson(string? type, string? refusal) => Assert.Equal(refusal, SignInTests.Locally().Of(Post with { ContentType = type }).Refusal?.Code);

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", null, null)]
    [InlineData("LOCALHOST", "::1", null, null)]
    [InlineData("[::1]", "::1", "127.0.0.1:51234", null)]
    [InlineData("attacker.example.org", "127.0.0.1", null, "host.foreign")]
    [InlineData("127.0.0.1.example.org", "127.0.0.1", null, "host.foreign")]
    [InlineData("localhost.example.org", "127.0.0.1", null, "host.foreign")]
    [InlineData("192.168.1.20", "127.0.0.1", null, "host.foreign")]
    [InlineData("", "127.0.0.1", null, "host.foreign")]
    [InlineData("localhost", "192.168.1.20", null, "host.foreign")]
    [InlineData("localhost", null, null, "host.foreign")]
    [InlineData("localhost", "127.0.0.1", "192.168.1.20", "host.foreign")]
    [InlineData("localhost", "127.0.0.1", "127.0.0.1, 192.168.1.20:443", "host.foreign")]
    [InlineData("localhost", "127.0.0.1", "unknown", "host.foreign")]
    public void OnOneMachineOnlyThatMachineAsksAndByItsOwnName(string host, string? from, string? forwarded, string? refusal) => Assert.Equal(
        refusal,
        SignInTests.Locally().Of(SignInTests.Asked() with { Host = host, From = from is null ? null : IPAddress.Parse(from), Forwarded = forwarded }).Refusal?.Code);
}

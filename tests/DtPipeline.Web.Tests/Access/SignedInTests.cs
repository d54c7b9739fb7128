using System.Text;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Access;

/// <summary>Who is asking, on one machine.</summary>
public sealed class SignedInTests(RunningHost running)
{
    [Fact]
    public async Task WhoAsksSeesWhatTheyAre()
    {
        Assert.Equal(
            """{"name":null,"role":"reporter","organisations":["P34-31"],"canChoose":true,"signIn":null}""",
            (await Asked.AsAsync(running.Http, "reporter:P34-31", "GET", "me")).Json!.ToJsonString());
        Assert.Equal("secretariat", (string?)(await Asked.AsAsync(running.Http, string.Empty, "GET", "me")).Json!["role"]);
        Assert.Equal((400, "role.unknown"), await Asked.AsAsync(running.Http, "king", "GET", "me") is var king ? (king.Status, king.Code) : default);
    }

    [Fact]
    public async Task AForgedPrincipalIsNobodysName()
    {
        var principal = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[{"typ":"roles","val":"secretariat"},{"typ":"name","val":"mallory"}]}"""));
        var asked = await Asked.AsAsync(
            running.Http, "viewer", "GET", "me", null, ("X-MS-CLIENT-PRINCIPAL", principal), ("X-MS-CLIENT-PRINCIPAL-NAME", "mallory"));

        Assert.Equal((null, "viewer"), ((string?)asked.Json!["name"], (string?)asked.Json["role"]));
    }

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task AnotherSiteIsRefused(string header, string value)
    {
        object body = new { organisation = "P34-31", period = "2025-07", fileName = "a.csv", bytes = 10, role = "viewer" };

        Assert.Equal((403, "site.foreign"), await CodeOfAsync("POST", "uploads"));
        Assert.Equal((403, "site.foreign"), await CodeOfAsync("POST", "alerts/P34-31/report.overdue~PROV-Q~2025-Q2"));
        Assert.Equal((403, "site.foreign"), await CodeOfAsync("PUT", "me"));

        async Task<(int, string?)> CodeOfAsync(string method, string path) =>
            await Asked.AsAsync(running.Http, "secretariat", method, path, body, (header, value)) is var asked ? (asked.Status, asked.Code) : default;
    }

    [Fact]
    public async Task AnotherNameOfThisMachineIsRefused()
    {
        var asked = await Asked.AsAsync(running.Http, "secretariat", "GET", "me", null, ("Host", "attacker.example.org"));

        Assert.Equal((403, "host.foreign"), (asked.Status, asked.Code));
    }

    [Fact]
    public async Task ABrowserKeepsTheRoleThatWasChosen()
    {
        using var browser = new HttpClient { BaseAddress = running.Http.BaseAddress };
        using var chosen = await browser.PutAsync(new Uri("api/v1/me", UriKind.Relative), Json("""{ "role": "reporter", "organisation": "P34-31" }"""));
        Assert.Equal("dtpipeline-as=reporter%3AP34-31; path=/; samesite=strict; httponly", Assert.Single(chosen.Headers.GetValues("Set-Cookie")));

        Assert.Contains("\"reporter\"", await browser.GetStringAsync(new Uri("api/v1/me", UriKind.Relative)), StringComparison.Ordinal);
        using var refused = await browser.GetAsync(new Uri("api/v1/files/P34-30/2025-07", UriKind.Relative));
        Assert.Equal(403, (int)refused.StatusCode);
        using var unknown = await browser.PutAsync(new Uri("api/v1/me", UriKind.Relative), Json("""{ "role": "reporter", "organisation": "P34-99" }"""));
        Assert.Contains("There is no organisation 'P34-99'.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
    }
}

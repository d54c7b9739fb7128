using System.Globalization;
using System.Text;
using DtPipeline.Azure.Pulling;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Pipeline.Tests.Pulling;

/// <summary>To whom a source may lead, and to whom it may not.</summary>
public sealed class SourceRedirectTests : FetchingFromASource
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task ARedirectWithinTheListedHostsIsFollowed(int status)
    {
        server.Answer = context => context.Request.Path == "/a.csv" ? Redirect(context, "/b.csv", status) : context.Response.WriteAsync("b");

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync());

        Assert.Equal("b", Encoding.UTF8.GetString(fetched.Content));
    }

    [Fact]
    public async Task ALoopOfRedirectsEnds()
    {
        server.Answer = context => Redirect(context, "/a.csv");

        await FailsAsync("the source redirects more than 3 times");

        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://169.254.169.254/metadata/instance", "the host '169.254.169.254:80' is not in the list of sources")]
    [InlineData("//localhost/b.csv", "the host 'localhost:80' is not in the list of sources")]
    [InlineData("file:///etc/passwd", "the address is not https")]
    [InlineData("gopher://127.0.0.1/", "the address is not https")]
    public async Task ARedirectElsewhereIsRefused(string target, string reason)
    {
        server.Answer = context => Redirect(context, target);

        await FailsAsync(reason);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ARedirectWithAPasswordIsRefused()
    {
        server.Answer = context => Redirect(context, $"http://user:password@{server.Root.Authority}/b.csv");

        await FailsAsync("the address has a user name or password in it");
    }

    [Theory]
    [InlineData("//")]
    [InlineData("//[")]
    [InlineData("//a:99999/")]
    [InlineData("https:")]
    public async Task ARedirectToWhatIsNoAddressIsAFailure(string target)
    {
        server.Answer = context => Redirect(context, target);

        await FailsAsync("the source redirects to an address that is none");
    }

    [Fact]
    public async Task ARedirectToNowhereIsAFailure()
    {
        server.Answer = Status(302);

        await FailsAsync("the source redirects without saying where to");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("169.254.169.254")]
    [InlineData("2130706433")]
    public async Task AHostThatIsNotPublicIsNeverConnectedToThoughItIsListed(string host)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://{host}:{server.Root.Port}/a.csv"));

        await FailsAsync("the source's host is not on the public internet", settings => settings with { AllowPrivateSources = false }, address);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task WithoutEncryptionNothingIsFetched() => await FailsAsync("the address is not https", settings => settings with { AllowPrivateSources = false });

    [Fact]
    public async Task AServerThatIsNotThereIsAFailure() => await FailsAsync(
        "the source could not be reached, or its answer broke off", address: new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Nobody.Port}/a.csv")));
}

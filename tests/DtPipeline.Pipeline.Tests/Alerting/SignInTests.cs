using DtPipeline.Azure.Alerting;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Pipeline.Tests.Alerting;

public sealed class SignInTests
{
    [Theory]
    [InlineData(null, null, null, true, null)]
    [InlineData(null, null, "mallory@example.org", true, null)]
    [InlineData("app", null, "mallory@example.org", false, null)]
    [InlineData("app", "False", "mallory@example.org", false, null)]
    [InlineData("app", "True", "lan@example.gov.vn", true, "lan@example.gov.vn")]
    [InlineData("app", "True", null, false, null)]
    [InlineData("app", "True", " ", false, " ")]
    public void ANameIsBelievedOnlyWhereThePlatformSaysThatSignInIsOn(string? site, string? isOn, string? header, bool mayAct, string? name)
    {
        var settings = new Dictionary<string, string?> { ["WEBSITE_SITE_NAME"] = site, ["WEBSITE_AUTH_ENABLED"] = isOn };
        var signIn = new SignIn(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        Assert.Equal((mayAct, name), signIn.Of(header));
    }
}

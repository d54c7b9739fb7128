using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

public sealed class SignInTests
{
    [Fact]
    public void TheWebhookOfEventGridIsNotBehindSignIn()
    {
        var subscription = Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions"));
        var signIn = SignIn(Deployment.Everything);

        Assert.Contains("/runtime/webhooks/blobs?", subscription.Text("properties.destination.properties.endpointUrl"), StringComparison.Ordinal);
        Assert.True(signIn.Truth("properties.platform.enabled"));
        Assert.False(signIn.Truth("properties.globalValidation.requireAuthentication"));
        Assert.Equal("AllowAnonymous", signIn.Text("properties.globalValidation.unauthenticatedClientAction"));
    }

    [Fact]
    public void PeopleSignInWithTheRegistrationAndTheIdentityOfTheAppInPlaceOfASecret()
    {
        var registration = new DeployedResource(SignIn(Deployment.Everything).Find("properties.identityProviders.azureActiveDirectory.registration")!.Value);
        var setting = registration.Text("clientSecretSettingName")!;
        var settings = Deployment.Deployed("Microsoft.Web/sites/config").Single(r => r.Name == "appsettings");

        Assert.Equal("00000000-0000-0000-0000-000000000031", registration.Text("clientId"));
        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", setting);
        Assert.Equal(settings.Text("properties.Reporting__clientId"), settings.Text($"properties.{setting}"));
    }

    [Fact]
    public void WithoutARegistrationSignInIsOff()
    {
        var signIn = SignIn(Deployment.With("dev.bicepparam"));

        Assert.False(signIn.Truth("properties.platform.enabled"));
        Assert.False(signIn.Truth("properties.identityProviders.azureActiveDirectory.enabled"));
    }

    private static DeployedResource SignIn(IEnumerable<DeployedResource> resources) =>
        resources.Single(r => r is { Type: "Microsoft.Web/sites/config", Name: "authsettingsV2" });
}

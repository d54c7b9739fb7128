using DtPipeline.Access;
using DtPipeline.Azure.Uploading;
using DtPipeline.Infra.Tests.Compiling;
using DtPipeline.Pipeline.Tests.Support;

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

    [Fact]
    public void TheAppKnowsWhoseGroupsAreWhat()
    {
        var settings = Deployment.Deployed("Microsoft.Web/sites/config").Single(r => r.Name == "appsettings");

        Assert.Equal("00000000-0000-0000-0000-000000000021", settings.Text("properties.DtPipeline__SecretariatGroup"));
        Assert.Equal("00000000-0000-0000-0000-000000000024", settings.Text("properties.DtPipeline__Viewers"));
        Assert.Equal("published", settings.Text("properties.DtPipeline__Anonymous"));
        Assert.Equal(
            "P63-01=00000000-0000-0000-0000-000000006301;P63-02=00000000-0000-0000-0000-000000006302", settings.Text("properties.DtPipeline__Localities"));
        Assert.Equal("nothing", Deployment.Main.GetProperty("parameters").GetProperty("anonymous").GetProperty("defaultValue").GetString());
    }

    [Fact]
    public void TheRunbookSaysWhoMayWhatByTheParametersAndTheRolesThatThereAre()
    {
        var runbook = Repository.Text("docs/runbook.md");
        var section = runbook[runbook.IndexOf("### Who may what", StringComparison.Ordinal)..];
        var table = section[..section.IndexOf("\n\nThe first role", StringComparison.Ordinal)];

        Assert.All(["secretariatGroupId", "localities", "viewers", "anonymous"], p =>
        {
            Assert.Contains($"`{p}", table, StringComparison.Ordinal);
            Assert.True(Deployment.Main.GetProperty("parameters").TryGetProperty(p, out _), p);
        });
        Assert.Equal(
            Enum.GetValues<CallerRole>().OrderDescending().Select(r => CallerText.NameOf(r) is { } name ? $"`{name}`" : "nobody"),
            table.Split('\n').Skip(4).Select(l => l.Split('|')[1].Trim()));
        Assert.Contains($"for {UploadDesk.Lasts.TotalMinutes} minutes", section, StringComparison.Ordinal);
    }

    private static DeployedResource SignIn(IEnumerable<DeployedResource> resources) =>
        resources.Single(r => r is { Type: "Microsoft.Web/sites/config", Name: "authsettingsV2" });
}

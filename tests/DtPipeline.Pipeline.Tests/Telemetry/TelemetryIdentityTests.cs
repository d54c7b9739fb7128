using Azure.Identity;
using DtPipeline.Azure.Telemetry;
using Microsoft.Extensions.Configuration;

namespace DtPipeline.Pipeline.Tests.Telemetry;

public sealed class TelemetryIdentityTests
{
    [Theory]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD")]
    [InlineData("Authorization=AAD")]
    public void AManagedIdentitySends(string setting) => Assert.IsType<ManagedIdentityCredential>(TelemetryIdentity.From(Setting(setting)));

    [Fact]
    public void WithoutTheSettingTheConnectionStringIsAllThereIs() => Assert.Null(TelemetryIdentity.From(Setting(null)));

    [Fact]
    public void ASettingThatIsSomethingElseIsNamed() => Assert.Equal(
        "The setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING is 'ClientId=1': set it to ClientId=…;Authorization=AAD with the client id of a user-assigned identity, or to Authorization=AAD.",
        Assert.Throws<InvalidOperationException>(() => TelemetryIdentity.From(Setting("ClientId=1"))).Message);

    private static IConfigurationRoot Setting(string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [TelemetryIdentity.Authentication] = value }).Build();
}

using System.Text.RegularExpressions;
using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

public sealed partial class SafetyTests
{
    private static DeployedResource App => Assert.Single(Deployment.Deployed("Microsoft.Web/sites"));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowSharedKeyAccess", false)]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", false)]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.allowCrossTenantReplication", false)]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.isLocalUserEnabled", false)]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", true)]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.deleteRetentionPolicy.enabled", true)]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "properties.containerDeleteRetentionPolicy.enabled", true)]
    [InlineData("Microsoft.ServiceBus/namespaces", "properties.disableLocalAuth", true)]
    [InlineData("Microsoft.ServiceBus/namespaces/topics", "properties.requiresDuplicateDetection", true)]
    [InlineData("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", true)]
    [InlineData("Microsoft.Insights/components", "properties.DisableLocalAuth", true)]
    [InlineData("Microsoft.Web/sites", "properties.httpsOnly", true)]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", false)]
    public void EveryResourceOfATypeKeepsTheSwitch(string type, string path, bool expected) =>
        Assert.All(Deployment.Deployed(type), r => Assert.Equal(expected, r.Truth(path)));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.networkAcls.bypass", "AzureServices")]
    [InlineData("Microsoft.Storage/storageAccounts", "kind", "StorageV2")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", "None")]
    [InlineData("Microsoft.ServiceBus/namespaces", "properties.minimumTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites", "identity.type", "UserAssigned")]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions", "properties.destination.properties.minimumTlsVersionAllowed", "1.2")]
    public void EveryResourceOfATypeKeepsTheValue(string type, string path, string expected) =>
        Assert.All(Deployment.Deployed(type), r => Assert.Equal(expected, r.Text(path)));

    [Fact]
    public void TheArchiveIsWrittenOnce()
    {
        var policy = Assert.Single(Deployment.Deployed("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));

        Assert.EndsWith("/containers/archive/immutabilityPolicies/default", policy.Id, StringComparison.Ordinal);
        Assert.Equal(3651, policy.Number("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.False(policy.Truth("properties.allowProtectedAppendWrites"));
    }

    [Fact]
    public void NoLifecycleRuleDeletesOrHidesWhatIsInTheArchive()
    {
        var rules = Deployment.Deployed("Microsoft.Storage/storageAccounts/managementPolicies").SelectMany(p => p.Items("properties.policy.rules"))
            .Select(rule => new DeployedResource(rule)).ToList();
        var ofArchive = rules
            .Where(r => r.Items("definition.filters.prefixMatch").Any(p => "archive/".StartsWith(p.GetString()!, StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(ofArchive);
        Assert.All(rules, r => Assert.NotEmpty(r.Items("definition.filters.prefixMatch")));
        Assert.All(ofArchive, r => Assert.Equal(
            ["tierToCool", "tierToCold"], r.Find("definition.actions.baseBlob")!.Value.EnumerateObject().Select(a => a.Name)));
        Assert.All(ofArchive, r => Assert.Null(r.Find("definition.actions.version")));
    }

    [Fact]
    public void OverwrittenReportsKeepTheirVersions()
    {
        var blobs = Deployment.Deployed("Microsoft.Storage/storageAccounts/blobServices").Single(r => r.Id.Contains("/dtpdata", StringComparison.Ordinal));

        Assert.True(blobs.Truth("properties.isVersioningEnabled"));
    }

    [Fact]
    public void KeysAreAskedForByTheEventSubscriptionAlone()
    {
        Assert.Empty(AsksForKeys().Matches(Deployment.Main.GetRawText()));
        Assert.Equal("listKeys(", Assert.Single(AsksForKeys().Matches(Deployment.Template("events.bicep").GetRawText())).Value);
    }

    [Fact]
    public void TheAppRunsOnDotNet10Isolated()
    {
        Assert.Equal("dotnet-isolated", App.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal("10.0", App.Text("properties.functionAppConfig.runtime.version"));
    }

    [Fact]
    public void DeploymentsUseTheIdentity()
    {
        Assert.Equal("UserAssignedIdentity", App.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(
            Assert.Single(Deployment.Deployed("Microsoft.ManagedIdentity/userAssignedIdentities")).Id,
            App.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"));
    }

    [Fact]
    public void TheAppHasNoSiteConfigWhichThePlanRefuses() => Assert.Null(App.Find("properties.siteConfig"));

    [Fact]
    public void UndeliveredEventsAreKeptAndRetriedForADay()
    {
        var subscription = Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions"));

        Assert.Equal("dead-events", subscription.Text("properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
        Assert.Equal(1440, subscription.Number("properties.retryPolicy.eventTimeToLiveInMinutes"));
    }

    [GeneratedRegex(@"\blist[A-Z]\w*\(")]
    private static partial Regex AsksForKeys();
}

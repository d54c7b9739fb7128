using DtPipeline.Infra.Tests.Bicep;

namespace DtPipeline.Infra.Tests;

public sealed class SafetyTests
{
    private static readonly string App = Deployment.File("functionapp.bicep").Source;

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
        Assert.All(Deployment.Deployed(type), d => Assert.Equal(expected, d.Resource.Truth(path)));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData("Microsoft.Storage/storageAccounts", "properties.networkAcls.bypass", "AzureServices")]
    [InlineData("Microsoft.Storage/storageAccounts", "kind", "StorageV2")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", "None")]
    [InlineData("Microsoft.ServiceBus/namespaces", "properties.minimumTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites", "identity.type", "UserAssigned")]
    [InlineData("Microsoft.EventGrid/systemTopics/eventSubscriptions", "properties.destination.properties.minimumTlsVersionAllowed", "1.2")]
    public void EveryResourceOfATypeKeepsTheValue(string type, string path, string expected) =>
        Assert.All(Deployment.Deployed(type), d => Assert.Equal(expected, d.Resource.Text(path)));

    [Fact]
    public void TheArchiveIsWrittenOnce()
    {
        var policy = Assert.Single(Deployment.Deployed("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies")).Resource;

        Assert.Equal("archive", policy.Expression("parent"));
        Assert.Equal("archiveRetentionDays", policy.Expression("properties.immutabilityPeriodSinceCreationInDays"));
        Assert.False(policy.Truth("properties.allowProtectedAppendWrites"));
    }

    [Fact]
    public void NoLifecycleRuleDeletesOrHidesWhatIsInTheArchive()
    {
        var rules = Deployment.Deployed("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(d => ((BicepList)d.Resource.Find("properties.policy.rules")!).Items)
            .Cast<BicepMap>()
            .Select(rule => new BicepResource(string.Empty, string.Empty, IsExisting: false, rule))
            .ToList();
        var ofArchive = rules.Where(r => ((BicepList)r.Find("definition.filters.prefixMatch")!).Items.Contains(new BicepText("archive/"))).ToList();

        Assert.NotEmpty(ofArchive);
        Assert.All(rules, r => Assert.NotNull(r.Find("definition.filters.prefixMatch")));
        Assert.All(ofArchive, r => Assert.Equal(["tierToCool", "tierToCold"], ((BicepMap)r.Find("definition.actions.baseBlob")!).Properties.Keys));
        Assert.All(ofArchive, r => Assert.Null(r.Find("definition.actions.version")));
    }

    [Fact]
    public void OverwrittenReportsKeepTheirVersions() =>
        Assert.True(Deployment.Deployed("Microsoft.Storage/storageAccounts/blobServices").Single(d => d.Resource.Symbol == "dataBlobs").Resource.Truth("properties.isVersioningEnabled"));

    [Fact]
    public void KeysAreAskedForByTheEventSubscriptionAlone() =>
        Assert.Equal(["events.bicep"], Deployment.Files.Where(f => f.Source.Contains("listKeys", StringComparison.Ordinal)).Select(f => f.Name));

    [Fact]
    public void TheAppRunsOnDotNet10Isolated() => Assert.Contains("runtime: { name: 'dotnet-isolated', version: '10.0' }", App, StringComparison.Ordinal);

    [Fact]
    public void DeploymentsUseTheIdentity() =>
        Assert.Contains("authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }", App, StringComparison.Ordinal);

    [Fact]
    public void TheAppHasNoSiteConfigWhichThePlanRefuses() =>
        Assert.All(Deployment.Deployed("Microsoft.Web/sites"), d => Assert.Null(d.Resource.Find("properties.siteConfig")));

    [Fact]
    public void UndeliveredEventsAreKeptAndRetriedForADay()
    {
        var subscription = Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Resource;

        Assert.Equal("dead-events", subscription.Text("properties.deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
        Assert.Equal(new BicepNumber(1440), subscription.Find("properties.retryPolicy.eventTimeToLiveInMinutes"));
    }
}

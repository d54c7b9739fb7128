using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

/// <summary>Erasing a file takes a role that is activated each time, with another person's approval, and never assigned.</summary>
public sealed class EraserTests
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";
    private const string Policies = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies/";

    private static DeployedResource Role => Assert.Single(
        Deployment.Deployed("Microsoft.Authorization/roleDefinitions"), d => d.Text("properties.roleName")!.Contains("eraser", StringComparison.Ordinal));

    [Fact]
    public void ItLiftsTheRuleOfTheArchiveAndDeletesBlobsAndTheirVersions()
    {
        var permissions = new DeployedResource(Assert.Single(Role.Items("properties.permissions")));
        var actions = permissions.Items("actions").Select(a => a.GetString()!).ToList();
        var dataActions = permissions.Items("dataActions").Select(a => a.GetString()!).ToList();

        Assert.All([$"{Policies}delete", $"{Policies}write"], a => Assert.Contains(a, actions));
        Assert.All([$"{Blobs}delete", $"{Blobs}deleteBlobVersion/action", $"{Blobs}write"], a => Assert.Contains(a, dataActions));
        Assert.DoesNotContain(actions.Concat(dataActions), a => a.Contains('*', StringComparison.Ordinal) || a.Contains("lock", StringComparison.Ordinal));
        Assert.DoesNotContain($"{Policies}lock/action", actions);
    }

    [Fact]
    public void TheGroupIsEligibleForItAndNobodyHasIt()
    {
        var eligible = Assert.Single(Deployment.Deployed("Microsoft.Authorization/roleEligibilityScheduleRequests"));

        Assert.Equal("00000000-0000-0000-0000-000000000023", eligible.Text("properties.principalId"));
        Assert.Equal("data", eligible.Scope);
        Assert.DoesNotContain(
            Deployment.Deployed("Microsoft.Authorization/roleAssignments"), a => a.Text("properties.principalId") == "00000000-0000-0000-0000-000000000023" || RoleOf(a) == Role.Id);
        Assert.Equal(Role.Id, RoleOf(eligible));
    }

    [Fact]
    public void TheRuleOfTheArchiveIsNotLocked() => Assert.All(
        Deployment.Deployed("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"), p => Assert.Null(p.Find("properties.state")));

    private static string RoleOf(DeployedResource resource) => resource.Text("properties.roleDefinitionId")!;
}

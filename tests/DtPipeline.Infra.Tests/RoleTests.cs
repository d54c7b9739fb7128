using System.Reflection;
using DtPipeline.Azure.Storage;
using DtPipeline.Functions;
using DtPipeline.Infra.Tests.Bicep;

namespace DtPipeline.Infra.Tests;

public sealed class RoleTests
{
    private const string Owner = "Storage Blob Data Owner";
    private const string Contributor = "Storage Blob Data Contributor";
    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string Host = "AzureWebJobsStorage";
    private const string Telemetry = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Events = "EventGrid";

    private static readonly IReadOnlyDictionary<string, string> BuiltIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = Owner,
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = Contributor,
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    /// <summary>What each connection cannot do without, and nothing else.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Needed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Host] = [Owner, "Storage Queue Data Contributor", "Storage Table Data Contributor"],
        [StorageNames.StorageConnection] =
            [Owner, Contributor, "Storage Blob Data Reader", "Storage Queue Data Contributor", "Storage Table Data Contributor"],
        [StorageNames.ServiceBusConnection] = ["Azure Service Bus Data Receiver", "Azure Service Bus Data Sender"],
        [Telemetry] = ["Monitoring Metrics Publisher"],
        [Events] = [Contributor],
    };

    private static readonly string[] People = ["Locality", "Operators", "Secretariat"];

    [Fact]
    public void EveryRoleIsOneOfAFewOrTheReportSender() => Assert.All(
        Deployment.Deployed(Assignments), d => Assert.Contains(d.File.RoleOf(d.Resource), BuiltIn.Keys.Append("sender.id")));

    [Fact]
    public void EveryAssignmentSaysWhichConnectionOrGroupNeedsItAndWhy() => Assert.All(
        Deployment.Deployed(Assignments), d => Assert.Contains(WhoseIs(d.Resource), Needed.Keys.Concat(People)));

    [Fact]
    public void ConnectionsAreThoseOfTheCode()
    {
        var ofTriggers = typeof(Reports).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters()).SelectMany(p => p.GetCustomAttributes())
            .Select(t => t.GetType().GetProperty("Connection")?.GetValue(t) as string).OfType<string>();
        var ofNames = typeof(StorageNames).GetFields().Where(f => f.Name.EndsWith("Connection", StringComparison.Ordinal)).Select(f => (string)f.GetValue(null)!);

        Assert.Equal(
            Needed.Keys.Except([Host, Telemetry, Events]).Order(StringComparer.Ordinal), ofTriggers.Union(ofNames).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Host)]
    [InlineData(StorageNames.StorageConnection)]
    [InlineData(StorageNames.ServiceBusConnection)]
    [InlineData(Telemetry)]
    [InlineData(Events)]
    public void EveryConnectionHasItsRolesAndNoOthers(string connection) => Assert.Equal(
        Needed[connection].Order(StringComparer.Ordinal),
        Deployment.Deployed(Assignments).Where(d => WhoseIs(d.Resource) == connection).Select(d => BuiltIn[d.File.RoleOf(d.Resource)]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryContainerOfTheCodeHasOneRoleOfTheApp() => Assert.Equal(
        StorageNames.Containers.Order(StringComparer.Ordinal),
        Deployment.File("roles.bicep").Resources.Select(r => r.Expression("scope")).OfType<string>()
            .Where(s => s.StartsWith("data::blobs::", StringComparison.Ordinal)).Select(s => s.Split("::")[2]).Order(StringComparer.Ordinal));

    [Fact]
    public void TheOwnerRoleReachesTheHostAndTheReportsOnly() => Assert.Equal(
        ["data::blobs::reports", "host"],
        Deployment.Deployed(Assignments).Where(d => BuiltIn.GetValueOrDefault(d.File.RoleOf(d.Resource)) == Owner)
            .Select(d => d.Resource.Expression("scope")!).Order(StringComparer.Ordinal));

    [Fact]
    public void WhoeverWritesIntoTheArchiveDeletesNothingThere()
    {
        var writers = Deployment.Deployed(Assignments)
            .Where(d => d.Resource.Expression("scope") is "data" or "data::blobs::archive" && BuiltIn.GetValueOrDefault(d.File.RoleOf(d.Resource)) is Owner or Contributor)
            .ToList();

        Assert.Equal(["operatorsBlobs", "writesArchive"], writers.Select(w => w.Resource.Symbol).Order(StringComparer.Ordinal));
        Assert.All(writers, w => Assert.Equal("2.0", w.Resource.Text("properties.conditionVersion")));
        Assert.All(writers, w => Assert.Equal("nothingIsDeletedInTheArchive", w.Resource.Expression("properties.condition")));
    }

    [Theory]
    [InlineData("sends", StorageNames.Reports, "sender.id")]
    [InlineData("reads", StorageNames.Receipts, "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1")]
    public void AnOrganisationIsConfinedToItsFolder(string symbol, string container, string role)
    {
        var file = Deployment.File("localities.bicep");
        var assignment = file.Resources.Single(r => r.Symbol == symbol);

        Assert.Equal($"data::blobs::{container}", assignment.Expression("scope"));
        Assert.Equal(role, file.RoleOf(assignment));
        Assert.Equal("2.0", assignment.Text("properties.conditionVersion"));
        Assert.Equal(
            $"replace(replace(inItsFolder, 'CONTAINER', '{container}'), 'ORGANISATION', locality.organisation)", assignment.Expression("properties.condition"));
    }

    [Fact]
    public void TheReportSenderReadsAndWritesBlobsAndNothingElse()
    {
        var role = Assert.Single(Deployment.Deployed("Microsoft.Authorization/roleDefinitions")).Resource;
        var permission = (BicepMap)Assert.Single(((BicepList)role.Find("properties.permissions")!).Items);

        Assert.Empty(((BicepList)permission.Properties["actions"]).Items);
        Assert.Equal(
            ["read", "write", "add/action"],
            ((BicepList)permission.Properties["dataActions"]).Items.Cast<BicepText>()
                .Select(a => a.Value.Replace("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/", string.Empty, StringComparison.Ordinal)));
    }

    private static string WhoseIs(BicepResource assignment) => assignment.Text("properties.description")?.Split(':')[0] ?? string.Empty;
}

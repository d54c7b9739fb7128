using System.Reflection;
using DtPipeline.Azure.Storage;
using DtPipeline.Functions;
using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

public sealed class RoleTests
{
    private const string Owner = "Storage Blob Data Owner";
    private const string Contributor = "Storage Blob Data Contributor";
    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string Definitions = "Microsoft.Authorization/roleDefinitions";
    private const string ReportSender = "DtPipeline report sender";
    private const string Containers = "data/blobServices/default/containers/";
    private const string Host = "AzureWebJobsStorage";
    private const string Telemetry = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string Events = "EventGrid";

    private static readonly IReadOnlyDictionary<string, string> BuiltIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = Owner,
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = Contributor,
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "Storage Blob Delegator",
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
            [Owner, Contributor, "Storage Blob Data Reader", "Storage Blob Delegator", "Storage Queue Data Contributor", "Storage Table Data Contributor"],
        [StorageNames.ServiceBusConnection] = ["Azure Service Bus Data Receiver", "Azure Service Bus Data Sender"],
        [Telemetry] = ["Monitoring Metrics Publisher"],
        [Events] = [Contributor],
    };

    private static readonly string[] People = ["Locality", "Operators", "Secretariat"];

    [Fact]
    public void EveryRoleIsOneOfAFewOrTheReportSender() => Assert.All(
        Deployment.Deployed(Assignments), r => Assert.Contains(RoleOf(r), BuiltIn.Values.Append(ReportSender)));

    [Fact]
    public void EveryAssignmentSaysWhichConnectionOrGroupNeedsItAndWhy() => Assert.All(
        Deployment.Deployed(Assignments), r => Assert.Contains(WhoseIs(r), Needed.Keys.Concat(People)));

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
        Deployment.Deployed(Assignments).Where(r => WhoseIs(r) == connection).Select(RoleOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void ARoleIsGivenToWhomItsDescriptionNames() => Assert.All(Deployment.Deployed(Assignments), r => Assert.Matches(
        WhoseIs(r) switch
        {
            "Locality" => "^00000000-0000-0000-0000-00000000630[12]$",
            "Secretariat" => "^00000000-0000-0000-0000-000000000021$",
            "Operators" => "^00000000-0000-0000-0000-000000000022$",
            Events => @"^\[reference\('[^']*/Microsoft\.EventGrid/systemTopics/[^']*', '[^']*', 'full'\)\.identity\.principalId\]$",
            _ => @"^\[reference\(.*\bformat\('identity-\{0\}', .*\.outputs\.principalId\.value\]$",
        },
        r.Text("properties.principalId")));

    [Fact]
    public void EveryContainerOfTheCodeHasOneRoleOfTheApp() => Assert.Equal(
        StorageNames.Containers.Select(c => $"{Containers}{c}").Order(StringComparer.Ordinal),
        Deployment.Deployed(Assignments).Where(r => WhoseIs(r) == StorageNames.StorageConnection).Select(r => r.Scope)
            .Where(s => s.StartsWith(Containers, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void TheOwnerRoleReachesTheHostAndTheReportsOnly() => Assert.Equal(
        [$"{Containers}reports", "host"],
        Deployment.Deployed(Assignments).Where(r => RoleOf(r) == Owner).Select(r => r.Scope).Order(StringComparer.Ordinal));

    [Fact]
    public void WhoeverWritesIntoTheArchiveDeletesNothingThere()
    {
        var writers = Deployment.Deployed(Assignments).Where(r => r.Scope is "data" or $"{Containers}archive" && RoleOf(r) is Owner or Contributor).ToList();

        Assert.Equal(["Operators", StorageNames.StorageConnection], writers.Select(WhoseIs).Order(StringComparer.Ordinal));
        Assert.All(writers, w => Assert.Equal("2.0", w.Text("properties.conditionVersion")));
        Assert.All(writers, w => Assert.False(AccessCondition.Allows(
            w.Text("properties.condition")!, new BlobAccess("blobs/delete", StorageNames.Archive, "sha/file"))));
    }

    [Theory]
    [InlineData(StorageNames.Reports, ReportSender)]
    [InlineData(StorageNames.Receipts, "Storage Blob Data Reader")]
    public void AnOrganisationIsConfinedToItsFolder(string container, string role)
    {
        var assignments = Deployment.Deployed(Assignments).Where(r => WhoseIs(r) == "Locality" && r.Scope == Containers + container).ToList();

        Assert.Equal(2, assignments.Count);
        foreach (var (assignment, organisation) in assignments.Zip(["P63-01", "P63-02"]))
        {
            Assert.Equal(role, RoleOf(assignment));
            Assert.EndsWith(organisation[1..].Replace("-", string.Empty, StringComparison.Ordinal), assignment.Text("properties.principalId"), StringComparison.Ordinal);
            Assert.Equal("2.0", assignment.Text("properties.conditionVersion"));
            Assert.All(["P63-01", "P63-02"], folder => Assert.Equal(
                folder == organisation,
                AccessCondition.Allows(assignment.Text("properties.condition")!, new BlobAccess("blobs/read", container, $"{folder}/2023-Q1/bao-cao.csv"))));
        }
    }

    [Fact]
    public void NobodyElseThanOrganisationsIsGivenTheReportSender() => Assert.All(
        Deployment.Deployed(Assignments).Where(r => RoleOf(r) == ReportSender), r => Assert.Equal("Locality", WhoseIs(r)));

    [Fact]
    public void TheReportSenderReadsAndWritesBlobsAndNothingElse()
    {
        var permission = new DeployedResource(Assert.Single(Assert.Single(Deployment.Deployed(Definitions), IsReportSender).Items("properties.permissions")));

        Assert.Empty(permission.Items("actions"));
        Assert.Equal(
            ["read", "write", "add/action"],
            permission.Items("dataActions")
                .Select(a => a.GetString()!.Replace("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/", string.Empty, StringComparison.Ordinal)));
    }

    private static string RoleOf(DeployedResource assignment)
    {
        var id = assignment.Text("properties.roleDefinitionId")!;
        return Deployment.Deployed(Definitions).Any(d => d.Id == id && IsReportSender(d)) ? ReportSender : BuiltIn.GetValueOrDefault(id.Split('/')[^1], id);
    }

    private static bool IsReportSender(DeployedResource definition) => definition.Text("properties.roleName")!.Contains(ReportSender, StringComparison.Ordinal);

    private static string WhoseIs(DeployedResource assignment) => assignment.Text("properties.description")?.Split(':')[0] ?? string.Empty;
}

using DtPipeline.Azure.Storage;
using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

/// <summary>What the conditions of role assignments let through.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("blobs/read")]
    [InlineData("blobs/write")]
    [InlineData("blobs/add/action")]
    public void AnOrganisationReadsAndWritesInItsFolder(string action)
    {
        Assert.True(IsAllowed(new BlobAccess(action, StorageNames.Reports, "P63-01/2023-Q1/bao-cao.csv")));
        Assert.False(IsAllowed(new BlobAccess(action, StorageNames.Reports, "P63-02/2023-Q1/bao-cao.csv")));
        Assert.False(IsAllowed(new BlobAccess(action, StorageNames.Reports, "P63-010/2023-Q1/bao-cao.csv")));
        Assert.False(IsAllowed(new BlobAccess(action, StorageNames.Reports, "bao-cao.csv")));
        Assert.False(IsAllowed(new BlobAccess(action, StorageNames.Archive, "P63-01/2023-Q1/bao-cao.csv")));
    }

    [Theory]
    [InlineData("P63-01/", true)]
    [InlineData("P63-01/2023-Q1/", true)]
    [InlineData("P63-02/", false)]
    [InlineData("P63-0", false)]
    [InlineData("", false)]
    public void AnOrganisationListsItsFolderOnly(string prefix, bool isAllowed) =>
        Assert.Equal(isAllowed, IsAllowed(new BlobAccess("blobs/read", StorageNames.Reports, prefix, IsListing: true)));

    [Theory]
    [InlineData("P63-01/2023-Q1/bao-cao.csv.receipt.html", true)]
    [InlineData("P63-02/2023-Q1/bao-cao.csv.receipt.html", false)]
    public void AnOrganisationReadsItsReceiptsOnly(string path, bool isAllowed)
    {
        Assert.Equal(isAllowed, IsAllowed(new BlobAccess("blobs/read", StorageNames.Receipts, path), StorageNames.Receipts));
        Assert.Equal(isAllowed, IsAllowed(new BlobAccess("blobs/read", StorageNames.Receipts, path.Split('/')[0] + "/", IsListing: true), StorageNames.Receipts));
    }

    [Theory]
    [InlineData("blobs/delete", StorageNames.Archive, false)]
    [InlineData("blobs/write", StorageNames.Archive, true)]
    [InlineData("blobs/read", StorageNames.Archive, true)]
    [InlineData("blobs/delete", StorageNames.Receipts, true)]
    public void NothingIsDeletedInTheArchive(string action, string container, bool isAllowed)
    {
        var writers = Conditions("data/blobServices/default/containers/archive", "Reporting").Concat(Conditions("data", "Operators")).ToList();

        Assert.Equal(2, writers.Count);
        Assert.All(writers, condition => Assert.Equal(isAllowed, AccessCondition.Allows(condition, new BlobAccess(action, container, "sha/file"))));
    }

    /// <summary>By the assignment of P63-01 to a container.</summary>
    private static bool IsAllowed(BlobAccess access, string container = StorageNames.Reports) => AccessCondition.Allows(
        Conditions($"data/blobServices/default/containers/{container}", "Locality").Single(c => c.Contains("P63-01", StringComparison.Ordinal)), access);

    private static IEnumerable<string> Conditions(string scope, string whose) => Deployment.Deployed("Microsoft.Authorization/roleAssignments")
        .Where(r => r.Scope == scope && r.Text("properties.description")!.StartsWith($"{whose}:", StringComparison.Ordinal))
        .Select(r => r.Text("properties.condition")).OfType<string>();
}

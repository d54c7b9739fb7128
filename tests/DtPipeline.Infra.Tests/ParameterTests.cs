using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

public sealed class ParameterTests
{
    [Fact]
    public void ThereAreFilesForDevelopmentForProductionAndForAzd() => Assert.Equal(
        ["dev.bicepparam", "main.bicepparam", "prod.bicepparam"],
        Directory.GetFiles(Deployment.Folder, "*.bicepparam").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dev.bicepparam", "Allow", 0)]
    [InlineData("main.bicepparam", "Allow", 0)]
    [InlineData("prod.bicepparam", "Deny", 6)]
    public void ProductionIsClosedToTheWorld(string file, string everybodyElse, int privateEndpoints)
    {
        var resources = Deployment.With(file);
        var accounts = resources.Where(r => r.Type == "Microsoft.Storage/storageAccounts").ToList();

        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, a => Assert.Equal(everybodyElse, a.Text("properties.networkAcls.defaultAction")));
        Assert.Equal(privateEndpoints, resources.Count(r => r.Type == "Microsoft.Network/privateEndpoints"));
    }
}

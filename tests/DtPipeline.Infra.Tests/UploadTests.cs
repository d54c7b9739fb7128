using DtPipeline.Infra.Tests.Compiling;

namespace DtPipeline.Infra.Tests;

/// <summary>Where a browser sends reports.</summary>
public sealed class UploadTests
{
    [Fact]
    public void APageOfTheAppPutsReportsAndReadsNothing()
    {
        var rule = new DeployedResource(Assert.Single(Blobs(Deployment.With("main.bicepparam")).Items("properties.cors.corsRules")));

        Assert.Equal(["PUT"], rule.Items("allowedMethods").Select(m => m.GetString()));
        Assert.Matches(@"^https://func-dtpipeline-[^/*]+\.azurewebsites\.net$", Assert.Single(rule.Items("allowedOrigins")).GetString());
        Assert.DoesNotContain(rule.Items("allowedHeaders"), h => h.GetString()!.Contains('*', StringComparison.Ordinal));
        Assert.Equal("storage", Uploads("main.bicepparam"));
    }

    [Fact]
    public void WhereTheAccountIsClosedTheApiTakesTheBytes()
    {
        Assert.Empty(Blobs(Deployment.With("prod.bicepparam")).Items("properties.cors.corsRules"));
        Assert.Equal("api", Uploads("prod.bicepparam"));
    }

    private static DeployedResource Blobs(IEnumerable<DeployedResource> resources) =>
        resources.Single(r => r.Type == "Microsoft.Storage/storageAccounts/blobServices" && r.Truth("properties.isVersioningEnabled") == true);

    private static string? Uploads(string file) =>
        Deployment.With(file).Single(r => r is { Type: "Microsoft.Web/sites/config", Name: "appsettings" }).Text("properties.DtPipeline__Uploads");
}

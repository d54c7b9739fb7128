using System.Diagnostics;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class PublishTests
{
    [Fact]
    public async Task TheStandInsAreNeverPublished()
    {
        var output = Directory.CreateTempSubdirectory("dtpipeline-publish-");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(Repository.Root, "src", "DtPipeline.Functions"), "--no-build", "--configuration", "Debug", "--output", output.FullName,
                "--disable-build-servers", "-p:AzurePackages=standin", $"-p:ArtifactsPath={ArtifactsOfThisBuild()}",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = publish.StandardError.ReadToEndAsync();
        var said = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();

        var published = output.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(f => f.FullName).ToList();
        output.Delete(recursive: true);
        Assert.NotEqual(0, publish.ExitCode);
        Assert.Contains(
            "error DTP002: DtPipeline.Functions is not published with the stand-ins of src/AzureStandIns: they speak to Azurite and the local Service Bus, "
            + "not to the Functions host. Publish on a feed that has Azure.Data.Tables, Azure.Messaging.ServiceBus and Microsoft.Azure.Functions.Worker, "
            + "with -p:AzurePackages=nuget.",
            said,
            StringComparison.Ordinal);
        Assert.DoesNotContain("error", said.Replace("error DTP002", string.Empty, StringComparison.Ordinal).Replace("Error(s)", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(published);
    }

    /// <summary>Where this test was built lies what publishing without building needs: <c>{artifacts}/bin/{project}/{configuration}</c>.</summary>
    private static string ArtifactsOfThisBuild() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!.FullName;
}

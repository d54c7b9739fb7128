using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Worker.Tests.Shipped;

public sealed class PublishTests
{
    [Fact]
    public async Task WithoutTheServiceBusExtensionTheAppIsNotPublished()
    {
        var output = Directory.CreateTempSubdirectory("dtpipeline-publish-");
        var (exitCode, said) = await DotNet.RunAsync(
            ["publish", Path.Combine(Repository.Root, "src", "DtPipeline.Functions"), .. DotNet.WithoutBuilding, "--output", output.FullName, "-p:ServiceBusExtension=project"]);

        var published = output.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(f => f.FullName).ToList();
        output.Delete(recursive: true);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(
            "error DTP001: DtPipeline.Functions is published only where the feed has Microsoft.Azure.Functions.Worker.Extensions.ServiceBus: without that package "
            + "the Functions host would deliver no alert. Publish from a feed that has it, after deleting artifacts/ServiceBusExtension.props.",
            said,
            StringComparison.Ordinal);
        Assert.DoesNotContain("error", said.Replace("error DTP001", string.Empty, StringComparison.Ordinal).Replace("Error(s)", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(published);
    }
}

using DtPipeline.Pipeline.Tests.Host;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>With <c>--local</c> a command finds the local host that works on a folder.</summary>
public sealed class LocalHostFolderTests
{
    [Fact]
    public async Task CommandsWorkOnTheLocalHostThatRunsOnAFolder()
    {
        using var data = TestData.New();
        var export = Path.Combine(data.Folder, "export");
        await using (var host = LocalHostProcess.Start([.. data.Arguments, "--now", "2023-03-20T09:00:00+07:00"]))
        {
            await host.RunsAsync();

            (await DtpRun.HereAsync("catalogue", "check", "--local", data.Folder)).Succeeded();
            (await DtpRun.HereAsync("rebuild", "--local", data.Folder)).Succeeded();
            (await DtpRun.HereAsync("export", "--all", export, "--local", data.Folder)).Succeeded();
        }

        Assert.True(File.Exists(Path.Combine(export, "manifest.json")));
        var stopped = await DtpRun.HereAsync("rebuild", "--local", data.Folder);
        Assert.Equal(1, stopped.ExitCode);
        Assert.StartsWith("Nothing answers at the storage account", stopped.Errors, StringComparison.Ordinal);
    }
}

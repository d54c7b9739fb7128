using System.Diagnostics;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

internal sealed partial record DtpRun
{
    /// <summary>On the account of a pipeline, at its time.</summary>
    public static Task<DtpRun> OnAsync(TestPipeline pipeline, params string[] arguments) => HereAsync(pipeline.Clock, [.. arguments, "--storage", pipeline.Storage]);

    /// <summary>As a process of its own, which is told of the account and the time by the folder of a local host.</summary>
    public static async Task<DtpRun> ByItselfAsync(TestPipeline pipeline, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");
        LocalSettings.Write(folder.FullName, new Dictionary<string, string?> { ["Reporting"] = pipeline.Storage });
        new LocalClock(folder.FullName).Set(pipeline.Clock.GetUtcNow());
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dtp.dll"), .. arguments, "--local", folder.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        folder.Delete(recursive: true);
        return new DtpRun(process.ExitCode, output, await errors);
    }
}

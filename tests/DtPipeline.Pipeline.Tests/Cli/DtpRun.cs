using System.Diagnostics;
using DtPipeline.Cli;
using DtPipeline.LocalHost.Running;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>What a run of <c>dtp</c> has left.</summary>
internal sealed record DtpRun(int ExitCode, string Output, string Errors)
{
    /// <summary>In this process, through its entry point.</summary>
    public static Task<DtpRun> HereAsync(params string[] arguments) => HereAsync(TimeProvider.System, arguments);

    public static async Task<DtpRun> HereAsync(TimeProvider clock, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exitCode = await Dtp.RunAsync(arguments, output, errors, clock);
        return new DtpRun(exitCode, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }

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

    public void Succeeded() => Assert.True(ExitCode == 0, $"{Output}{Errors}");
}

using DtPipeline.Cli;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>What a run of <c>dtp</c> has left.</summary>
internal sealed partial record DtpRun(int ExitCode, string Output, string Errors)
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

    public void Succeeded() => Assert.True(ExitCode == 0, $"{Output}{Errors}");
}

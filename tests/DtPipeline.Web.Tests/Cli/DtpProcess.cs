using System.Diagnostics;
using System.Globalization;
using DtPipeline.Pipeline.Tests.Host;

namespace DtPipeline.Web.Tests.Cli;

/// <summary><c>dtp</c> as a person starts it in a terminal, whose lines can be read while it runs.</summary>
internal sealed class DtpProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private readonly Process process;
    private readonly Task<string> errors;

    private DtpProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "dtp.dll");

    // Tests that are started in the background inherit that Ctrl+C is ignored; a person's shell does not hand that on.
    public static DtpProcess Start(params string[] arguments) => new(Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    /// <summary>Lines as they come, until the first that fits; fails when dtp ends before, or too much time has passed.</summary>
    public async Task<IReadOnlyList<string>> LinesUntilAsync(string what, Func<string, bool> isLast)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        while (lines.Count == 0 || !isLast(lines[^1]))
        {
            try
            {
                lines.Add(await process.StandardOutput.ReadLineAsync(deadline.Token) ?? throw new InvalidOperationException($"dtp has ended: {await errors}"));
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"In vain waited for: {what}. dtp has said:\n{string.Join('\n', lines)}");
            }
        }

        return lines;
    }

    /// <summary>Presses Ctrl+C and waits until it has ended.</summary>
    public async Task<(int ExitCode, string Behind, string Errors)> InterruptAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await Processes.RunAsync("kill", "-s", "INT", process.Id.ToString(CultureInfo.InvariantCulture));
        var rest = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, rest, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;

namespace DtPipeline.Pipeline.Tests.Host;

/// <param name="Output">Lines of the standard output.</param>
/// <param name="Errors">The standard error whole.</param>
internal sealed record Ended(int ExitCode, IReadOnlyList<string> Output, string Errors);

/// <summary>The local host as a person starts it: a process of its own, whose lines can be read while it runs.</summary>
internal sealed class LocalHostProcess : IAsyncDisposable
{
    // Only against what hangs for ever: all samples take minutes where a slow machine does much else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    // Asked less and less often, as a question costs the host something too.
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LastInterval = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly Task output;
    private readonly Task<string> errors;

    private LocalHostProcess(Process process)
    {
        this.process = process;
        output = ReadAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    private static readonly string[] Signals = OperatingSystem.IsLinux() ? ["--default-signal=INT"] : [];

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "DtPipeline.LocalHost.dll");

    public static LocalHostProcess Start(params IEnumerable<string> arguments) => Start("dotnet", [Program, .. arguments]);

    /// <summary>As the leader of a process group, as a shell starts it in a terminal.</summary>
    public static LocalHostProcess StartInGroup(params IEnumerable<string> arguments) => Start("setsid", ["dotnet", Program, .. arguments]);

    /// <summary>Waits until the host says that it runs.</summary>
    public Task RunsAsync() => UntilAsync("says that it runs", () => Task.FromResult(Lines().Any(l => l.EndsWith("Ctrl+C stops.", StringComparison.Ordinal))));

    public IReadOnlyList<string> Lines()
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    /// <summary>The one line that starts like this, without its indent.</summary>
    public string Line(string start) => Lines().Select(l => l.Trim()).Single(l => l.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Waits while the host runs, and fails when it ends or too much time has passed.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(FirstInterval);
        while (!await condition())
        {
            if (process.HasExited || deadline.IsCancellationRequested)
            {
                var state = process.HasExited ? $"ended with {process.ExitCode}" : "still runs";
                Assert.Fail($"In vain waited for: {what}. The host {state}.\n{string.Join('\n', Lines())}\n{(process.HasExited ? await errors : string.Empty)}");
            }

            await timer.WaitForNextTickAsync();
            timer.Period = timer.Period * 1.2 is var longer && longer < LastInterval ? longer : LastInterval;
        }
    }

    /// <summary>Node processes that the host has started.</summary>
    public async Task<IReadOnlyList<int>> ChildrenAsync() =>
        [.. (await Processes.ListAsync()).Where(p => p.Parent == process.Id && p.Name.Contains("node", StringComparison.Ordinal)).Select(p => p.Id)];

    /// <summary><c>INT</c> is Ctrl+C. To the host alone, or as a terminal or a supervisor does, to its whole group.</summary>
    public Task SignalAsync(string signal, bool group = false) =>
        Processes.RunAsync("kill", "-s", signal, "--", (group ? -process.Id : process.Id).ToString(CultureInfo.InvariantCulture));

    /// <summary>SIGKILL: nothing in the process runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<Ended> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"In vain waited for the end of the host, which said:\n{string.Join('\n', Lines())}");
        }

        await output;
        return new Ended(process.ExitCode, Lines(), await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            var children = await ChildrenAsync();
            await KillAsync();
            await Processes.GoneAsync(children);
        }

        process.Dispose();
    }

    // Tests that are started in the background inherit that Ctrl+C is ignored; a person's shell does not hand that on.
    private static LocalHostProcess Start(string program, IEnumerable<string> arguments) => new(Process.Start(new ProcessStartInfo("env", [.. Signals, program, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!);

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>The processes of this machine.</summary>
internal static class Processes
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Those that run; one that has ended and that its parent has not asked after yet is left out.</summary>
    public static async Task<IReadOnlyList<(int Id, int Parent, string Name)>> ListAsync() =>
    [
        .. (await RunAsync("ps", "-A", "-o", "pid=,ppid=,stat=,comm="))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(fields => !fields[2].StartsWith('Z'))
            .Select(fields => (Number(fields[0]), Number(fields[1]), fields[3])),
    ];

    public static async Task GoneAsync(IReadOnlyList<int> ids)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while ((await ListAsync()).Where(p => ids.Contains(p.Id)).ToList() is { Count: > 0 } left)
        {
            Assert.False(deadline.IsCancellationRequested, $"Still running: {string.Join(", ", left)}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

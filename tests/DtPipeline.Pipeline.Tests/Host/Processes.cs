using System.Diagnostics;
using System.Globalization;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>The processes of this machine.</summary>
internal static class Processes
{
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
        await Until.TrueAsync($"the ends of {string.Join(", ", ids)}", async () => !(await ListAsync()).Any(p => ids.Contains(p.Id)));
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

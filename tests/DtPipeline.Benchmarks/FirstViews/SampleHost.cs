using System.Diagnostics;
using DtPipeline.Pipeline.Tests.Host;

namespace DtPipeline.Benchmarks.FirstViews;

/// <summary>The local host as a process of its own, in which all samples are taken in and published.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private const string Now = "2025-10-10T08:00:00+07:00";

    private readonly TestData data = TestData.New();
    private Process? process;

    private SampleHost()
    {
    }

    public Uri Address => new($"http://127.0.0.1:{data.Port}/");

    /// <exception cref="InvalidOperationException">It ended badly; what it said of that stands on the standard error.</exception>
    public static async Task<SampleHost> StartAsync()
    {
        var host = new SampleHost();
        using (var settling = host.Begin("--samples", "--once", "--now", Now))
        {
            await settling.StandardOutput.ReadToEndAsync();
            await settling.WaitForExitAsync();
        }

        host.process = host.Begin("--now", Now);
        while (await host.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith("Ctrl+C stops.", StringComparison.Ordinal))
            {
                _ = host.process.StandardOutput.ReadToEndAsync();
                return host;
            }
        }

        await host.DisposeAsync();
        throw new InvalidOperationException("The local host has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        data.Dispose();
    }

    private Process Begin(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DtPipeline.LocalHost.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, .. data.Arguments]) { RedirectStandardOutput = true })!;
    }
}

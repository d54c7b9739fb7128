using System.Diagnostics;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Benchmarks.Latencies;

/// <summary>The local host as people start it, on services that run already.</summary>
internal sealed class HostOnTheSide : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ReservedPort port = ReservedPort.Take();
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private HostOnTheSide(string storage, string serviceBus, string now, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DtPipeline.LocalHost.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", [program, "--data", folder, "--port", $"{port.Number}", "--now", now, "--storage", storage, "--service-bus", serviceBus])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public static async Task<HostOnTheSide> StartAsync(string storage, string serviceBus, string now, string folder)
    {
        var host = new HostOnTheSide(storage, serviceBus, now, folder);
        try
        {
            await host.ReadyAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        port.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode}.\n{await output}\n{await errors}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port.Number}/api/v1/ready"), deadline.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!deadline.IsCancellationRequested)
            {
                // It does not listen yet.
            }
        }
    }
}

using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Latencies;

/// <summary>The local host as people start it, on services that run already.</summary>
internal sealed class HostOnTheSide : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly HostProcess process;

    private HostOnTheSide(HostProcess process) => this.process = process;

    public static async Task<HostOnTheSide> StartAsync(string storage, string serviceBus, string now, string folder)
    {
        var port = Repository.FreePort();
        var host = new HostOnTheSide(HostProcess.Start("--data", folder, "--port", $"{port}", "--now", now, "--storage", storage, "--service-bus", serviceBus));
        try
        {
            await ReadyAsync(new Uri($"http://127.0.0.1:{port}/api/v1/ready"));
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public void Dispose() => process.Dispose();

    private static async Task ReadyAsync(Uri address)
    {
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
            try
            {
                using var answer = await http.GetAsync(address, deadline.Token);
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

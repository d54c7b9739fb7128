using System.Diagnostics;
using DtPipeline.Worker.Tests.Hosting;

namespace DtPipeline.Benchmarks.Starting;

/// <summary>A function app as a process of its own, started and spoken to as the Functions host does.</summary>
internal sealed class StartedWorker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // As host.json says it of a function.
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    private readonly FunctionsHost host;
    private readonly Process process;
    private readonly Dictionary<string, string> functions = new(StringComparer.Ordinal);

    private double processor;

    private StartedWorker(FunctionsHost host, string assembly, IReadOnlyDictionary<string, string> settings)
    {
        this.host = host;
        var watch = Stopwatch.StartNew();
        process = Process.Start(WorkerCommand.Of(assembly, host.Address, settings))!;
        _ = process.StandardOutput.ReadToEndAsync();
        Since = watch;
    }

    /// <summary>From the start of the process until its first function was ready.</summary>
    public TimeSpan FirstReady { get; private set; }

    public bool HasEnded => process.HasExited;

    /// <summary>Seconds of the processor so far; of one that has ended, whom nobody can ask any more, when it was asked last.</summary>
    public double Processor
    {
        get
        {
            if (!process.HasExited)
            {
                process.Refresh();
                processor = process.TotalProcessorTime.TotalSeconds;
            }

            return processor;
        }
    }

    private Stopwatch Since { get; }

    /// <param name="assembly">Path of the app, whose folder the host would be given.</param>
    public static async Task<StartedWorker> StartAsync(string assembly, IReadOnlyDictionary<string, string> settings)
    {
        var worker = new StartedWorker(await FunctionsHost.StartAsync(), assembly, settings);
        try
        {
            await worker.LoadAsync(Path.GetDirectoryName(assembly)!);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a function to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed, or the process has ended.</exception>
    public async Task InvokeAsync(string function, Invocation invocation)
    {
        var answer = host.CallAsync(invocation.Request(functions[function])).WaitAsync(MostTime);
        if (await Task.WhenAny(answer, process.WaitForExitAsync()) != answer)
        {
            throw Ended();
        }

        if ((await answer).Result is { } result && result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"{function}: {result}");
        }
    }

    /// <summary>SIGKILL: nothing in the process runs any more.</summary>
    public void Kill() => process.Kill();

    /// <returns>Working set now, and at its highest, in bytes.</returns>
    public (long Now, long Peak) Memory()
    {
        process.Refresh();
        return (process.WorkingSet64, process.PeakWorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        await host.DisposeAsync();
    }

    private async Task LoadAsync(string folder)
    {
        await HearAsync(m => m.StartStream);
        host.Say(new StreamingMessage { WorkerInitRequest = new WorkerInitRequest { HostVersion = "4.1037.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        await HearAsync(m => m.WorkerInitResponse);
        host.Say(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } });
        var listed = (await HearAsync(m => m.FunctionMetadataResponse)).FunctionMetadataResults;
        foreach (var function in listed)
        {
            functions[function.Name] = function.FunctionId;
            host.Say(new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } });
        }

        await HearAsync(m => m.FunctionLoadResponse);
        FirstReady = Since.Elapsed;
        await HearAsync(_ => host.Heard.Count(m => m.FunctionLoadResponse is not null) == listed.Count ? listed : null);
    }

    private async Task<T> HearAsync<T>(Func<StreamingMessage, T?> pick)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            if (host.Heard.Select(pick).FirstOrDefault(m => m is not null) is { } heard)
            {
                return heard;
            }

            if (process.HasExited)
            {
                throw Ended();
            }

            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    private InvalidOperationException Ended() => new($"The worker ended with {process.ExitCode}; what it said stands above.");
}

using System.Diagnostics;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Worker.Tests.Built;
using Google.Protobuf.WellKnownTypes;

namespace DtPipeline.Worker.Tests.Hosting;

/// <summary>The built function app as a process of its own, started and spoken to as the Functions host does.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly FunctionsHost host;
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;
    private readonly Dictionary<string, string> functions = new(StringComparer.Ordinal);

    private WorkerProcess(FunctionsHost host, IReadOnlyDictionary<string, string> settings)
    {
        this.host = host;
        var start = WorkerCommand.Of(BuildOutput.PathOf("DtPipeline.Functions.dll"), host.Address, settings);
        start.RedirectStandardError = true;
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    /// <summary>The functions as the worker itself has listed them.</summary>
    public IReadOnlyList<RpcFunctionMetadata> Listed { get; private set; } = [];

    /// <summary>What the worker has logged by way of the host.</summary>
    public IReadOnlyList<RpcLog> Logs => All(m => m.RpcLog);

    /// <summary>Connects, asks for the functions and has each loaded.</summary>
    public static async Task<WorkerProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var worker = new WorkerProcess(await FunctionsHost.StartAsync(), settings);
        try
        {
            await worker.LoadAsync();
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a function and waits for what became of it.</summary>
    public async Task<StatusResult> InvokeAsync(string function, Invocation invocation)
    {
        var request = invocation.Request(functions[function]);
        host.Say(new StreamingMessage { InvocationRequest = request });
        return (await HearAsync($"the end of {function}", m => m.InvocationResponse is { } r && r.InvocationId == request.InvocationId ? r : null)).Result;
    }

    /// <summary>Told to end, as before a scale-in.</summary>
    /// <returns>The exit code, and what was written to standard output and error.</returns>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        host.Say(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(TimeSpan.FromSeconds(30)) } });
        await Until.TrueAsync("the end of the worker", () => Task.FromResult(process.HasExited));
        return (process.ExitCode, await output + await errors);
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

    private async Task LoadAsync()
    {
        var started = await HearAsync("the worker's start", m => m.StartStream);
        Assert.Equal(WorkerCommand.WorkerId, started.WorkerId);
        host.Say(new StreamingMessage
        {
            WorkerInitRequest = new WorkerInitRequest { HostVersion = "4.1037.0", WorkerDirectory = BuildOutput.Folder, FunctionAppDirectory = BuildOutput.Folder },
        });
        var ready = await HearAsync("the worker's capabilities", m => m.WorkerInitResponse);
        Assert.Equal(StatusResult.Types.Status.Success, ready.Result.Status);
        Capabilities = ready.Capabilities;

        host.Say(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = BuildOutput.Folder } });
        Listed = (await HearAsync("the list of functions", m => m.FunctionMetadataResponse)).FunctionMetadataResults;
        foreach (var function in Listed)
        {
            functions[function.Name] = function.FunctionId;
            host.Say(new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } });
        }

        var loaded = await HearAsync("the loading of all functions", _ => All(m => m.FunctionLoadResponse) is { } all && all.Count == Listed.Count ? all : null);
        Assert.All(loaded, f => Assert.True(f.Result.Status == StatusResult.Types.Status.Success, $"{f}"));
    }

    private IReadOnlyList<T> All<T>(Func<StreamingMessage, T?> pick)
        where T : class => [.. host.Heard.Select(pick).OfType<T>()];

    private async Task<T> HearAsync<T>(string what, Func<StreamingMessage, T?> pick)
        where T : class
    {
        T? heard = null;
        await Until.TrueAsync(what, async () =>
        {
            heard = host.Heard.Select(pick).FirstOrDefault(m => m is not null);
            if (heard is null && process.HasExited)
            {
                Assert.Fail($"In vain waited for {what}: the worker ended with {process.ExitCode}.\n{await output}{await errors}");
            }

            return heard is not null;
        });
        return heard!;
    }
}

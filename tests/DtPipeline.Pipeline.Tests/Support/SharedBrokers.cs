using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using DtPipeline.LocalHost.Services;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>One process for the local Service Buses of all tests, each on a port of its own; it ends with the test process.</summary>
internal sealed class SharedBrokers
{
    private static readonly Lazy<Task<SharedBrokers>> Started = new(LaunchAsync);

    private readonly ConcurrentDictionary<int, TaskCompletionSource> awaited = [];
    private readonly Process process;
    private readonly Task<string> errors;
    private int orders;

    private SharedBrokers(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        _ = ListenAsync();
    }

    /// <param name="configuration">Path of the entities' file, within <c>tools/local</c> or whole.</param>
    /// <param name="data">Folder of the journal.</param>
    public static async Task StartAsync(int port, string configuration, string data) =>
        await (await Started.Value).OrderAsync(new { start = new { port, config = configuration, data } });

    public static async Task StopAsync(int port) => await (await Started.Value).OrderAsync(new { stop = port });

    private static async Task<SharedBrokers> LaunchAsync()
    {
        await SharedAzurite.Tools.InstallAsync(_ => { }, CancellationToken.None);
        var program = Path.Combine(Repository.Root, "tests", "DtPipeline.Pipeline.Tests", "Support", "brokers.mjs");
        return new(NodeTools.Start("node", [program, Path.Combine(SharedAzurite.Tools.Folder, "servicebus", "serve.mjs")], SharedAzurite.Tools.Folder));
    }

    private Task OrderAsync(object order)
    {
        var id = Interlocked.Increment(ref orders);
        var done = awaited[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var line = JsonSerializer.SerializeToNode(order)!;
        line["id"] = id;
        lock (process)
        {
            process.StandardInput.WriteLine(line.ToJsonString());
            process.StandardInput.Flush();
        }

        return done.Task;
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var answer = JsonDocument.Parse(line).RootElement;
            if (awaited.TryRemove(answer.GetProperty("id").GetInt32(), out var done))
            {
                if (answer.TryGetProperty("error", out var error))
                {
                    done.SetException(new LocalHostException(error.GetString()!));
                }
                else
                {
                    done.SetResult();
                }
            }
        }

        var told = await errors;
        foreach (var (_, done) in awaited)
        {
            done.TrySetException(new LocalHostException($"The process of the local Service Buses has ended: {told}"));
        }
    }
}

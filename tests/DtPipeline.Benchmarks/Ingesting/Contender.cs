using System.Diagnostics;
using System.Globalization;
using DtPipeline.Benchmarks.Processes;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>One who takes reports in, in a process of its own that is told on its standard input what to take, and answers how long it took.</summary>
internal sealed class Contender : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly Process process;

    private Contender(Process process) => this.process = process;

    public static Contender Start(ContenderSettings settings) => new(OwnProgram.Start(["contender", .. settings.Arguments]));

    public static async Task<Contender> StartNodeAsync(ContenderSettings settings)
    {
        var tools = new NodeTools(Repository.Root, "tests/DtPipeline.Benchmarks/quickstart", "the quickstart in JavaScript");
        await tools.InstallAsync(Console.Error.WriteLine, CancellationToken.None);
        var node = NodeTools.Start("node", ["quickstart.mjs", .. settings.Arguments], tools.Folder);
        _ = node.StandardError.BaseStream.CopyToAsync(Console.OpenStandardError());
        return new Contender(node);
    }

    /// <param name="quarter">Its number among <see cref="Quarter.All"/>.</param>
    /// <param name="first">Of the organisations, from 0.</param>
    public Task<Taking> TakeAsync(int quarter, int first, int count) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"take {quarter} {first} {count}"));

    /// <summary>Publishes what the reports have changed.</summary>
    public Task<Taking> RollUpAsync() => AskAsync("roll");

    /// <summary>
    /// Until it does nothing any more: after its answer the runtime goes on for seconds with compiling what it has learnt, on a processor that the next contender is
    /// measured on.
    /// </summary>
    public async Task RestAsync()
    {
        TimeSpan before;
        do
        {
            before = ProcessorTime();
            await Task.Delay(Look);
        }
        while (ProcessorTime() - before > Look / 20);
    }

    /// <summary>The end of its standard input is the end of the contender.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private async Task<Taking> AskAsync(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
        return Taking.Parse(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A contender has ended; what it said stands above."));
    }
}

using System.Diagnostics;
using System.Globalization;
using DtPipeline.Benchmarks.Stores;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>The process of a contender: an order a line, an answer a line.</summary>
internal static class ContenderLoop
{
    private const string RollUp = "roll";

    public static async Task RunAsync(ContenderSettings settings)
    {
        var (take, roll) = await ContenderAsync(settings);
        using var calls = new HttpCalls();
        using var process = Process.GetCurrentProcess();
        while (await Console.In.ReadLineAsync() is { } order)
        {
            process.Refresh();
            var (before, processor) = (calls.Count, process.TotalProcessorTime);
            var watch = Stopwatch.StartNew();
            var (files, observations) = order == RollUp ? await NothingAfterAsync(roll) : await TakeAsync(order, take);
            var seconds = watch.Elapsed.TotalSeconds;
            process.Refresh();
            Console.WriteLine(new Taking(seconds, (process.TotalProcessorTime - processor).TotalSeconds, files, observations, calls.Count - before, process.PeakWorkingSet64));
        }
    }

    private static async Task<(Func<IReadOnlyList<string>, Quarter, Task<long>> Take, Func<Task> Roll)> ContenderAsync(ContenderSettings settings)
    {
        if (settings.Name.Split('-') is ["pipeline", var format])
        {
            var intake = await PipelineIntake.StartAsync(settings, format);
            return (intake.TakeAsync, intake.RollUpAsync);
        }

        return (settings.Name switch
        {
            "calls" => (await BareCalls.StartAsync(settings)).TakeAsync,
            "transactions" => (await BareTransactions.StartAsync(settings)).TakeAsync,
            "upserts" => (await QuickstartFunction.StartAsync(settings)).TakeAsync,
            _ => throw new ArgumentException($"There is no contender {settings.Name}."),
        }, () => Task.CompletedTask);
    }

    private static async Task<(long Files, long Observations)> TakeAsync(string order, Func<IReadOnlyList<string>, Quarter, Task<long>> take)
    {
        var numbers = order.Split(' ').Skip(1).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        List<string> organisations = [.. MemoryStore.Codes(numbers[1] + numbers[2]).Skip(numbers[1])];
        return (organisations.Count, await take(organisations, Quarter.All[numbers[0]]));
    }

    private static async Task<(long Files, long Observations)> NothingAfterAsync(Func<Task> roll)
    {
        await roll();
        return (0, 0);
    }
}

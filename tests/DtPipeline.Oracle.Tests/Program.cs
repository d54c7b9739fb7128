using System.Diagnostics;
using System.Globalization;
using DtPipeline.Deadlines;
using DtPipeline.Oracle.Tests;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

// dotnet run -c Release --project tests/DtPipeline.Oracle.Tests -- memory [--seed 1] [--provinces 34] [--grants 52] [--changes 10]
// dotnet run -c Release --project tests/DtPipeline.Oracle.Tests -- run [--seed 1] [--provinces 34] [--grants 52] [--changes 10]
// The first holds the rules against the oracle, the second the whole pipeline on Azurite and the local Service Bus.
// Anything else is for xUnit.
var watch = Stopwatch.StartNew();
var plan = Plan.Of(Number("--seed", 1), Number("--provinces", 34), Number("--grants", 52), Number("--changes", 0));
var tally = args switch
{
    ["memory", ..] => MemoryComparison.Run(Simulated(), AlertTiming.Default, Console.WriteLine),
    ["run", ..] => await StoredComparison.RunAsync(Simulated(), Console.WriteLine),
    _ => null,
};
if (tally is null)
{
    return await TestProgram.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}

Console.WriteLine(tally.IsWell ? tally.ByKind : tally.Differences);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally}, {watch.Elapsed.TotalSeconds:0} s"));
return tally.IsWell ? 0 : 1;

Simulation Simulated()
{
    var simulation = Simulation.Of(plan);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"seed {plan.Seed}: {simulation.Catalogues[0].Files.Read().Organisations.Count} organisations, {simulation.Catalogues.Count} catalogues, {simulation.Files.Count} files, {simulation.Days.Count} days"));
    return simulation;
}

int Number(string name, int usual) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var value) ? value : usual;

using System.Diagnostics;
using System.Globalization;
using DtPipeline.FaultInjection;
using DtPipeline.FaultInjection.Flooding;
using DtPipeline.FaultInjection.Judging;
using DtPipeline.FaultInjection.Soaking;
using DtPipeline.Pipeline.Tests.Support;

// dotnet run -c Release --project tests/DtPipeline.Faults -- faults [--pairs 500] [--seed 1] [--singles 100000] [--skip 0] [--case "flag Dropped after: POST"]
// dotnet run -c Release --project tests/DtPipeline.Faults -- flood [--files 1000] [--one 200] [--seed 1]
// dotnet run -c Release --project tests/DtPipeline.Faults -- soak [--minutes 60] [--seed 1] [--hosts 3] [--old FOLDER]
// Anything else is for xUnit, which runs a few of them.
if (args is [SoakHost.Command])
{
    await SoakHost.RunAsync();
    return 0;
}

var watch = Stopwatch.StartNew();
var isWell = args switch
{
    ["faults", ..] => await new FaultRun(
        new FaultPlan(Number("--pairs", 500), Number("--singles", 100_000), Number("--seed", 1), Number("--skip", 0), Text("--case") is { } one ? [one] : []), Console.WriteLine).RunAsync(),
    ["flood", ..] => await new FloodRun(Number("--seed", 1), Console.WriteLine).RunAsync(Number("--files", 1_000), Number("--one", 200)),
    ["soak", ..] => await new SoakRun(new SoakPlan(Number("--minutes", 60), Number("--seed", 1), Number("--hosts", 3), Text("--old")), Console.WriteLine).RunAsync(),
    _ => (bool?)null,
};
if (isWell is null)
{
    return await TestProgram.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isWell == true ? "all is well" : "NOT all is well")}, {watch.Elapsed.TotalSeconds:0} s"));
return isWell == true ? 0 : 1;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int usual) => int.TryParse(Text(name), CultureInfo.InvariantCulture, out var value) ? value : usual;

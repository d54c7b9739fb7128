using System.Globalization;
using DtPipeline.Benchmarks;
using DtPipeline.Benchmarks.Anomalies;
using DtPipeline.Benchmarks.FirstViews;
using DtPipeline.Benchmarks.Formats;
using DtPipeline.Benchmarks.Ingesting;
using DtPipeline.Benchmarks.Oversight;
using DtPipeline.Benchmarks.Projections;
using DtPipeline.Benchmarks.RollUps;

// dotnet run -c Release --project tests/DtPipeline.Benchmarks
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- table
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- table ingest organisations=3400 indicators=60
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- table instances files=340
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- oversight 3400
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- rollup 3400 60
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- memory
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- anomalies
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- projections
// dotnet run -c Release --project tests/DtPipeline.Benchmarks -- firstview 25
if (args is ["table", .. var asked])
{
    Environment.ExitCode = await SideBySide.RunAsync(asked) ? 0 : 1;
    return;
}

if (args is ["contender", .. var settings])
{
    await ContenderLoop.RunAsync(ContenderSettings.Parse(settings));
    return;
}

if (args is ["oversight", var organisations])
{
    await DecidingAll.RunAsync(int.Parse(organisations, CultureInfo.InvariantCulture));
    return;
}

if (args is ["rollup", ..])
{
    await RollingUp.RunAsync(args is [_, var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : 3_400, args is [_, _, var each] ? int.Parse(each, CultureInfo.InvariantCulture) : 60);
    return;
}

if (args is ["anomalies", ..])
{
    Environment.ExitCode = AnomalyTable.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 20_000) ? 0 : 1;
    return;
}

if (args is ["projections", ..])
{
    ProjectionTable.Run(args is [_, var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 200);
    return;
}

if (args is ["firstview", ..])
{
    Environment.ExitCode = await FirstView.RunAsync(args is [_, var turns] ? int.Parse(turns, CultureInfo.InvariantCulture) : 25) ? 0 : 1;
    return;
}

if (args is ["memory-of", var large])
{
    Console.WriteLine(MemoryTable.Of(large));
    return;
}

if (args is ["peak-of", var reading, var content])
{
    Console.WriteLine(Measurement.PeakOf(Readings.ByName(reading), content));
    return;
}

// A measurement runs in a process of its own, told by its name and its file; without these all are run and compared.
if (args is [var name, var file])
{
    Console.WriteLine(Measurement.Of(Readings.ByName(name), file));
    return;
}

var folder = Directory.CreateTempSubdirectory("dtpipeline-benchmarks");
try
{
    if (args is ["memory"])
    {
        Environment.ExitCode = MemoryTable.Run(folder.FullName) ? 0 : 1;
        return;
    }

    new Comparison(GeneratedFiles.Csv(folder.FullName), "report-csv", "bare-csv").Run(mostRatio: 2.0);
    new Comparison(GeneratedFiles.Workbook(folder.FullName), "report-xlsx", "bare-xlsx").Run(mostRatio: 1.5);
}
finally
{
    folder.Delete(recursive: true);
}

using DtPipeline.Pipeline.Tests;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Interop;
using DtPipeline.Pipeline.Tests.Reliability;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace DtPipeline.Pipeline.Tests;

/// <summary>Classes that take more than a minute begin first, so that nobody waits for one of them at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(CrashTests), nameof(AllSamples), nameof(RunningHostTests), nameof(ScenarioTests), nameof(InteropTests), nameof(RebuildDrillTests), nameof(StoppingTests), nameof(AllSamples),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderByDescending(c => IsLong(c)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static bool IsLong(ITestCollection collection) => Array.Exists(Long, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
}

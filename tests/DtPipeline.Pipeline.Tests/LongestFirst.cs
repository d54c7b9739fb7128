using DtPipeline.Pipeline.Tests;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Interop;
using DtPipeline.Pipeline.Tests.Reliability;
using DtPipeline.Pipeline.Tests.Telemetry;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace DtPipeline.Pipeline.Tests;

/// <summary>
/// Classes that take long begin first, so that nobody waits for one of them at the end: those that take more than a minute, and those that
/// mostly wait, for a client that tries again or for a lock that runs out, of which at the end nobody else would make use.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(CrashTests), nameof(AllSamples), nameof(RunningHosts), nameof(ScenarioTests), nameof(InteropTests), nameof(RebuildDrillTests), nameof(StoppingTests),
        nameof(MetricTests), nameof(TraceTests), nameof(SuppliedServiceTests), nameof(CommandErrorTests), nameof(LocalHostFolderTests), nameof(UserErrorTests), nameof(NodeServiceTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderByDescending(c => IsLong(c)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static bool IsLong(ITestCollection collection) => Array.Exists(Long, name => collection.TestCollectionDisplayName.Contains($".{name}", StringComparison.Ordinal));
}

using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Telemetry;

/// <summary>Names and units are a contract with docs/telemetry.md, infra/alarms.bicep and infra/workbook.json.</summary>
public sealed partial class InstrumentTests
{
    [Fact]
    public void EachInstrumentHasItsDocumentedNameKindAndUnit() => Assert.Equal(
        [
            "dtpipeline.faults | counter | {fault}",
            "dtpipeline.files | counter | {file}",
            "dtpipeline.ingest.duration | histogram | s",
            "dtpipeline.lateness | histogram | d",
            "dtpipeline.mail.age | gauge | s",
            "dtpipeline.outbox.age | gauge | s",
            "dtpipeline.pending | gauge | {partition}",
        ],
        Instruments().Select(i => $"{i.Name} | {KindOf(i)} | {i.Unit}"));

    [Fact]
    public void TheDocumentHasARowForEachInstrument()
    {
        var document = Repository.Text("docs/telemetry.md");

        Assert.All(Instruments(), i => Assert.Contains($"| `{i.Name}` | {KindOf(i)}, {i.Unit} |", document, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("infra/alarms.bicep")]
    [InlineData("infra/workbook.json")]
    public void WhatTheInfrastructureAsksForIsMeasured(string file)
    {
        var asked = Asked().Matches(Repository.Text(file)).Select(m => m.Groups[1].Value).Distinct();

        Assert.NotEmpty(asked);
        Assert.Subset(Instruments().Select(i => i.Name).ToHashSet(), asked.ToHashSet());
    }

    [Fact]
    public void TheWorkbookSplitsByTagsThatAreThere() => Assert.Equal(
        ["code", "organisation", "status"],
        Tag().Matches(Repository.Text("infra/workbook.json")).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void TheHostSendsAsOpenTelemetryDoes() =>
        Assert.Contains("\"telemetryMode\": \"OpenTelemetry\"", Repository.Text("src/DtPipeline.Functions/host.json"), StringComparison.Ordinal);

    private static List<Instrument> Instruments()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var found = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                found.Add(instrument);
            }
        };
        listener.Start();
        _ = new PipelineMetrics(meters, TimeProvider.System);
        return [.. found.OrderBy(i => i.Name, StringComparer.Ordinal)];
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].ToLowerInvariant();

    [GeneratedRegex("""Name == ['"](dtpipeline\.[a-z.]+)['"]""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"AppMetrics[^""]*Properties\.([a-z]+)")]
    private static partial Regex Tag();
}

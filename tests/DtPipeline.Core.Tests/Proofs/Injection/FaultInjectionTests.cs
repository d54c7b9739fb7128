using DtPipeline.Ledger;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Proofs.Injection;

public sealed class FaultInjectionTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryFaultPutIntoAGoodReportIsToldWhereItStandsAndNothingElseIs()
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var cases =
            from format in Gen.Elements(Enum.GetValues<FaultyFormat>())
            from faults in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 20)), (5, Gen.Choose(20, 200)))
            from seed in Gen.Choose(0, int.MaxValue)
            select (format, faults, seed);

        Always.Holds(cases, c => Check(new InjectedFile(c.format, c.faults, new Random(c.seed)), kinds), times: 70);

        foreach (var (kind, count) in kinds.OrderBy(k => k.Value))
        {
            output.WriteLine($"{count,6} {kind}");
        }

        Assert.True(kinds.Count >= 30, $"only {kinds.Count} kinds");
    }

    private static void Check(InjectedFile injected, Dictionary<string, int> kinds)
    {
        var content = injected.Content();
        var received = new ReceivedFile("id", "P01/2023-Q2/bao-cao", string.Empty, Sent.At, content, content.Length);

        var report = FilingReader.Read(received, BigCatalogue.Instance, Sent.MostBytes).Report;

        var told = report.Faults.Select(ExpectedFault.Of).ToList();
        Assert.Equal([], told.Except(injected.Expected));
        Assert.Equal([], injected.Expected.Except(told));
        Assert.Equal(injected.Expected.Count, told.Count);
        Assert.Equal(
            injected.Stored.OrderBy(s => s.Key, StringComparer.Ordinal),
            report.Cells.Select(c => KeyValuePair.Create(c.Indicator.Code, c.Value)).OrderBy(s => s.Key, StringComparer.Ordinal));
        Assert.Equal(injected.Rows, report.Rows);
        foreach (var fault in injected.Expected)
        {
            kinds[fault.Code] = kinds.GetValueOrDefault(fault.Code) + 1;
        }
    }
}

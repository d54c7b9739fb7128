using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <summary>
/// Whatever becomes of a catalogue, it is refused by file and line or does no harm. <c>DTP_MUTATIONS=1000</c> asks for as many broken ones;
/// <c>dotnet test --project tests/DtPipeline.Core.Tests --filter BrokenCatalogue --output Detailed</c> shows the count.
/// </summary>
public sealed class BrokenCatalogueTests(ITestOutputHelper output)
{
    private const int Seed = 13;

    private static int Mutations => int.TryParse(Environment.GetEnvironmentVariable("DTP_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 30;

    [Fact]
    public void IsRefusedByFileAndLineOrDoesNoHarm()
    {
        var mutations = new CatalogueMutations(Seed);
        var escaped = new List<string>();
        var (refused, told, harmless) = (0, 0, 0);
        for (var n = 1; n <= Mutations; n++)
        {
            var broken = mutations.Next();
            try
            {
                var reading = CatalogueReader.ReadBytes(file => broken.Files[file] is { } bytes ? bytes : null);
                HasGoodProblems(reading);
                _ = reading.Catalogue is null ? refused++ : reading.Problems.Count > 0 ? told++ : harmless++;
                if (reading.Catalogue is { } catalogue)
                {
                    CatalogueMeaning.Check(catalogue);
                    new OversightInMemory(catalogue).Run();
                }
            }
            catch (Exception e)
            {
                escaped.Add($"{n}: {broken.File}, {broken.What}: {e.Message.ReplaceLineEndings(" ")} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("DtPipeline", StringComparison.Ordinal))}");
            }
        }

        output.WriteLine($"{Mutations} broken catalogues: {refused} refused by file and line, {told} without their wrong lines, {harmless} harmless, {escaped.Count} escaped.");
        escaped.ForEach(output.WriteLine);
        Assert.Empty(escaped);
    }

    [Fact]
    public void TheWholeCatalogueDoesNoHarm()
    {
        var files = CatalogueTables.Default().Bytes();

        var reading = CatalogueReader.ReadBytes(file => files[file]);

        Assert.Empty(reading.Problems);
        CatalogueMeaning.Check(reading.Catalogue!);
        new OversightInMemory(reading.Catalogue!).Run();
    }

    /// <summary>What is told of a catalogue can be acted on, and fits into the alert that tells it.</summary>
    private static void HasGoodProblems(CatalogueReading reading)
    {
        Assert.True(reading.Catalogue is not null || reading.Problems.Count > 0, "refused without a word");
        Assert.All(reading.Problems, p => Assert.True(CatalogueReader.Files.Contains(p.File) && p.Line > 0 && p.Message.Length > 0, p.ToString()));
        Assert.All(
            CatalogueAlert.Of(reading.Problems, TheCatalogue.Default, new DateOnly(2025, 7, 10), []), c => Assert.True(c.WhileItHolds.En.Length < 32_000, c.Subject.Key));
    }
}

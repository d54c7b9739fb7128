using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Oracle.Tests.Product;
using DtPipeline.Oracle.Tests.Simulating;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>Holds the product's rules against the oracle, day by day.</summary>
internal static class MemoryComparison
{
    /// <summary>Figures are compared on so many of the days, and on the last one.</summary>
    private const int FiguresEach = 12;

    public static Tally Run(Simulation simulation, AlertTiming timing, Action<string>? tell = null)
    {
        var tally = new Tally();
        var product = new MemoryProduct(simulation.InForce(Whole), timing);
        var oracle = new Oversight(simulation.InForce(c => c.Read()), [.. simulation.Files.Select(f => f.Filing)], simulation.Plan.From);
        var files = new Queue<SentFile>(simulation.Files);
        foreach (var (day, n) in simulation.Days.Select((d, n) => (d, n)))
        {
            var moment = new DateTimeOffset(day, new TimeOnly(23, 30), TimeSpan.FromHours(7));
            while (files.TryPeek(out var next) && next.Filing.UploadedAt <= moment)
            {
                product.Take(files.Dequeue());
            }

            product.Check(moment);
            var (now, when) = (oracle.At(moment), Rows.Of(day));
            tally.Compare("obligation states", when, OracleRows.Obligations(now.StillWatched), ProductRows.Obligations(product.Obligations), Rows.StateIn);
            tally.Compare("alerts", when, OracleRows.Alerts(now), ProductRows.Alerts(product.Alerts), Rows.TypeIn);
            if (n % FiguresEach == 0 || n == simulation.Days.Count - 1)
            {
                foreach (var period in now.PeriodsSpokenOf)
                {
                    tally.Compare("figures", when, OracleRows.Figures(now, period), ProductRows.Figures(product.Published(Named(period.Name), moment)), Rows.FigureIn);
                }

                tell?.Invoke($"{when}: {tally}");
            }
        }

        return tally;
    }

    private static ReportingCatalogue Whole(CatalogueFiles files)
    {
        var reading = CatalogueReader.Read(files.Find);

        // Who has more time for what is owed no more has a line that does not count.
        Assert.DoesNotContain(reading.Problems, problem => problem.File != "grants.csv");
        return reading.Catalogue!;
    }

    private static Period Named(string name) => Period.TryParse(name, out var period) ? period : throw new FormatException($"'{name}' is no period.");
}

using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Product;
using DtPipeline.Oracle.Tests.Simulating;

namespace DtPipeline.Oracle.Tests.Comparing;

/// <summary>Holds what the pipeline has stored, told and published against the oracle.</summary>
internal static class StoredComparison
{
    /// <summary>Compared on so many of the days, and on the last one.</summary>
    private const int Each = 5;

    private const int FiguresEach = 25;

    public static async Task<Tally> RunAsync(Simulation simulation, Action<string> tell)
    {
        var tally = new Tally();
        var catalogueOn = simulation.InForce(c => c.Read());
        var files = new Queue<SentFile>(simulation.Files);
        var filings = new List<Filing>();
        await using var product = await StoredProduct.StartAsync(simulation);
        for (var n = 0; n < simulation.Days.Count; n++)
        {
            var moment = new DateTimeOffset(simulation.Days[n], new TimeOnly(23, 30), TimeSpan.FromHours(7));
            while (files.TryPeek(out var next) && next.Filing.UploadedAt <= moment)
            {
                filings.Add(await product.DropAsync(files.Dequeue()));
            }

            await product.SettleAsync(moment);
            var isLast = n == simulation.Days.Count - 1;
            if (n % Each != 0 && !isLast)
            {
                continue;
            }

            var (now, when) = (new Oversight(catalogueOn, filings, simulation.Plan.From).At(moment), Rows.Of(simulation.Days[n]));
            tally.Compare("obligation states", when, OracleRows.Obligations(now.Obligations), await product.Rows.ObligationsAsync(), Rows.StateIn);
            tally.Compare("alerts", when, OracleRows.Alerts(now), await product.Rows.AlertsAsync(), Rows.TypeIn);
            if (n % FiguresEach == 0 || isLast)
            {
                foreach (var period in now.PeriodsSpokenOf)
                {
                    tally.Compare("figures", when, OracleRows.Figures(now, period), ProductRows.Figures(await product.Rows.PublishedAsync(period.Name)), Rows.FigureIn);
                }
            }

            tell($"{when}: {filings.Count} files, {tally}");
        }

        return tally;
    }
}

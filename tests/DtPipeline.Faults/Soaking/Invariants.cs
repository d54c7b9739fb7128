using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Storage;
using DtPipeline.FaultInjection.Judging;
using DtPipeline.Oracle;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Comparing;
using DtPipeline.Oracle.Tests.Product;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>What holds whenever the pipeline has come to rest, whatever was done to its hosts.</summary>
internal sealed class Invariants(TestPipeline pipeline, Simulation simulation, IReadOnlyList<Filing> filings)
{
    // A file costs what it is made of, and months differ in that.
    private const double MostGrowth = 1.5;
    private const int MonthsAtFirst = 3;
    private const int FewestDeliveries = 20;
    private const long MostPeak = 300L * 1_048_576;

    private readonly Func<DateOnly, Oracle.Catalogue.ReportingCatalogue> catalogueOn = simulation.InForce(c => c.Read());
    private readonly StoredRows rows = new(pipeline.Account);

    /// <summary>Each file is answered, kept once and in the ledger once; obligations and open alerts are those of the moment; nothing is left to do or has died.</summary>
    public async Task CheckAsync(Month month, DateTimeOffset moment)
    {
        var (now, when) = (At(moment), Rows.Of(DateOnly.FromDateTime(moment.DateTime)));
        month.Tally.Compare("obligation states", when, OracleRows.Obligations(now.Obligations), await rows.ObligationsAsync(), Rows.StateIn);
        month.Tally.Compare("alerts", when, OracleRows.Alerts(now), await rows.AlertsAsync(), Rows.TypeIn);
        foreach (var unanswered in await StoreState.UnansweredAsync(pipeline.Account))
        {
            month.Violate($"{when} {unanswered}");
        }

        var kept = await pipeline.Account.Ledger.QueryAsync<TableEntity>("RowKey ge 'file~' and RowKey lt 'file~~'", null, ["RowKey"]).Select(r => r.RowKey["file~".Length..]).ToListAsync();
        month.Tally.Compare("files", when, Counted(filings.Select(f => f.Id)), Counted(kept), (_, _) => "in the ledger");
        var left = await pipeline.CountsAsync(StorageNames.SecretariatSubscription);
        if (left is not { Active: 0, Locked: 0, DeadLettered: 0 })
        {
            month.Violate($"{when} left in the subscription: {left}");
        }

        foreach (var row in await pipeline.Account.Ledger.QueryAsync<TableEntity>("RowKey ge 'out~' and RowKey lt 'out~~'", null, ["PartitionKey", "RowKey"]).ToListAsync())
        {
            month.Violate($"{when} not sent: {row.PartitionKey} {row.RowKey}");
        }
    }

    /// <summary>Beside it, every published figure, and the ledger beside a replay of the archive.</summary>
    public async Task CheckAllAsync(Month month, DateTimeOffset moment)
    {
        await CheckAsync(month, moment);
        var (now, when) = (At(moment), Rows.Of(DateOnly.FromDateTime(moment.DateTime)));
        foreach (var period in now.PeriodsSpokenOf)
        {
            month.Tally.Compare("figures", when, OracleRows.Figures(now, period), ProductRows.Figures(await rows.PublishedAsync(period.Name)), Rows.FigureIn);
        }

        var catalogue = await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        foreach (var figure in await pipeline.Get<RebuildDiff>().RunAsync(catalogue, null, CancellationToken.None))
        {
            month.Violate($"{when} a replay of the archive gives another figure: {figure}");
        }
    }

    /// <summary>Once no host works any more: the tables are lost and made anew from the archive, and every row is as it was but for marks of what is to be done and told.</summary>
    public async Task RebuildAsync(Month month)
    {
        var before = await TablesAsync();
        await pipeline.DeleteTablesAsync();
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await pipeline.SettleAsync();
        foreach (var difference in StoreDump.Differences(before, await TablesAsync()))
        {
            month.Violate($"after a rebuild {difference}");
        }
    }

    /// <summary>Neither memory nor calls grow with the year.</summary>
    public static void CheckGrowth(IReadOnlyList<Month> before, Month month, long peak)
    {
        if (peak > MostPeak)
        {
            month.Violate(string.Create(CultureInfo.InvariantCulture, $"a host's memory was {peak / 1_048_576} MiB, of at most {MostPeak / 1_048_576}"));
        }

        var first = before.Take(MonthsAtFirst).ToList();
        if (first.Count == MonthsAtFirst)
        {
            if (month.Deliveries >= FewestDeliveries)
            {
                CheckGrowth("a file", first.Max(m => m.CallsOfFile), month.CallsOfFile);
            }

            CheckGrowth("a sweep", first.Max(m => m.CallsOfSweep), month.CallsOfSweep);
            CheckGrowth("a flag run", first.Max(m => m.CallsOfFlags), month.CallsOfFlags);
        }

        void CheckGrowth(string what, double atFirst, double now)
        {
            if (now > MostGrowth * atFirst)
            {
                month.Violate(string.Create(CultureInfo.InvariantCulture, $"{what} costs {now:0.0} calls; in the first months it was at most {atFirst:0.0}"));
            }
        }
    }

    /// <summary>What is stored but for receipts, which a rebuild writes in the words of the newest version.</summary>
    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        var names = pipeline.Account.Tables.Select(t => $"{t.Name} ").Where(n => n != $"{StorageNames.PendingTable} ").ToList();
        return [.. (await StoreDump.OfAsync(pipeline.Account, sameBlobs: true)).Where(l => names.Exists(n => l.StartsWith(n, StringComparison.Ordinal)))];
    }

    /// <summary>The versions that have taken files in.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync() => await pipeline.Account.Archive.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, CancellationToken.None)
        .Where(b => b.Metadata.ContainsKey("reader"))
        .Select(b => b.Metadata["reader"])
        .Distinct()
        .ToListAsync();

    private static Dictionary<string, string> Counted(IEnumerable<string> ids) => ids.CountBy(i => i).ToDictionary(i => i.Key, i => Rows.Of(i.Value));

    private OversightAt At(DateTimeOffset moment) => new Oversight(catalogueOn, filings, simulation.Plan.From).At(moment);
}

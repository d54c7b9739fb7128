using System.Diagnostics;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Storage;
using DtPipeline.FaultInjection.Staging;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Product;
using DtPipeline.Oracle.Tests.Simulating;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Soaking;

/// <summary>
/// A year in at most so many minutes: everything falls due, many send on the last day, some late, wrong, again or not at all, some correct and withdraw; hosts are killed and stopped, and
/// in the middle a new version is deployed beside the old one. Whenever all is at rest the invariants are looked at.
/// </summary>
internal sealed class SoakRun(SoakPlan plan, Action<string> write)
{
    // A killed host's message comes again soon, and nobody who is alive is that slow.
    private const string Lock = "PT15S";

    private readonly Stopwatch watch = new();
    private readonly List<Month> months = [];
    private readonly List<Filing> filings = [];

    /// <returns>Whether every invariant has held.</returns>
    public async Task<bool> RunAsync()
    {
        var simulation = Simulation.Of(plan.Year);
        write(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {plan.Seed}: {simulation.Catalogues[0].Files.Read().Organisations.Count} organisations, {simulation.Files.Count} files from {simulation.Plan.From:O} to {simulation.Plan.To:O}, {plan.Hosts} hosts, at most {plan.Minutes} minutes"));
        var entities = Path.GetTempFileName();
        await File.WriteAllTextAsync(entities, Entities.Of([StorageNames.AlertsTopic], Lock, ToldAlerts.Listener));
        using var versions = await Versions.MakeAsync(plan.Old);
        await using var pipeline = await TestPipeline.StartAsync(
            SoakDay.Text(simulation.Plan.From, new TimeOnly(6, 0)), settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" }, entities: entities);
        await using var told = new ToldAlerts(pipeline.Get<ServiceBusClient>());
        await using var crew = new Crew(SettingsOf(pipeline), [.. Enumerable.Repeat(versions.Old, plan.Hosts)], what => months[^1].Violate(what));
        var deployment = new Deployment(crew);
        var invariants = new Invariants(pipeline, simulation, filings);
        var year = new SoakYear(pipeline, crew, told, new CatalogueShelf(pipeline, simulation), new StoredRows(pipeline.Account), filings, new Random(plan.Seed));

        write(Month.Head);
        watch.Start();
        var byDay = simulation.Files.ToLookup(f => DateOnly.FromDateTime(f.Filing.UploadedAt.DateTime));
        var hasTime = true;
        for (var day = simulation.Plan.From; day <= simulation.Plan.To && hasTime; day = day.AddDays(1))
        {
            if (months.Count == 0 || day.Day == 1)
            {
                months.Add(new Month(day.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
            }

            hasTime = watch.Elapsed.TotalMinutes < plan.Minutes;
            await deployment.OnAsync(Math.Max(watch.Elapsed.TotalMinutes / plan.Minutes, (double)(day.DayNumber - simulation.Plan.From.DayNumber) / simulation.Plan.Length));
            var (isLast, isLookedAt) = (!hasTime || day == simulation.Plan.To || day.AddDays(1).Day == 1, simulation.Days.Contains(day));
            if (isLast || isLookedAt || byDay.Contains(day))
            {
                await year.PassAsync(months[^1], day, byDay[day], isLast);
            }

            if (isLast)
            {
                await invariants.CheckAllAsync(months[^1], SoakDay.End(day));
                Invariants.CheckGrowth(months, months[^1], crew.Peak);
                Array.ForEach([months[^1].Line(crew.Peak), .. months[^1].Wrong], write);
            }
            else if (isLookedAt)
            {
                await invariants.CheckAsync(months[^1], SoakDay.End(day));
            }
        }

        await crew.DisposeAsync();
        await RebuildAsync(invariants);
        await EndAsync(invariants, simulation, crew);
        await SharedAzurite.EndAsync();
        File.Delete(entities);
        return months.TrueForAll(m => m.Violated == 0);
    }

    private async Task RebuildAsync(Invariants invariants)
    {
        var last = new Month("rebuilt");
        months.Add(last);
        await invariants.RebuildAsync(last);
        write(string.Create(CultureInfo.InvariantCulture, $"{last.Name,-8}{last.Violated} lines of the store differ"));
        foreach (var wrong in last.Wrong)
        {
            write(wrong);
        }
    }

    private async Task EndAsync(Invariants invariants, Simulation simulation, Crew crew)
    {
        var readers = await invariants.VersionsAsync();
        write(string.Create(
            CultureInfo.InvariantCulture,
            $"{months.Sum(m => m.Files):N0} of {simulation.Files.Count:N0} files in {months.Count - 1} months, {months.Sum(m => m.Alerts):N0} alerts, {months.Sum(m => m.Tally.Compared):N0} rows held against the oracle; {crew.Killed} hosts killed, {crew.Stopped} stopped; taken in by {string.Join(" and ", readers)}; {watch.Elapsed.TotalMinutes:0.0} minutes"));
    }

    private static Dictionary<string, string> SettingsOf(TestPipeline pipeline) => new(StringComparer.Ordinal)
    {
        [StorageNames.StorageConnection] = pipeline.Storage,
        [StorageNames.ServiceBusConnection] = pipeline.ServiceBus,
        ["DtPipeline__MailPickup"] = pipeline.MailFolder,
        ["DtPipeline__SweepAfter"] = "00:00:00",
    };
}

using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Obligations;
using DtPipeline.Oracle.Tests.Writing;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>A catalogue and how it changed, what was sent under it, and the days on which one looks.</summary>
/// <param name="Catalogues">Each with the day from which on it is in force, the first of them from the beginning.</param>
internal sealed record Simulation(Plan Plan, IReadOnlyList<(DateOnly From, CatalogueFiles Files)> Catalogues, IReadOnlyList<SentFile> Files, IReadOnlyList<DateOnly> Days)
{
    public static Simulation Of(Plan plan)
    {
        var random = new Random(plan.Seed);
        var bare = CatalogueFiles.Of(plan, random);
        var grants = Grants.Draw(plan, bare.Read(), random).ToList();
        var changes = CatalogueChanges.Draw(plan, bare.Read(), new Random(plan.Seed));
        var catalogues = grants.Select(g => g.Known).Concat(changes.Select(c => c.Day)).Append(DateOnly.MinValue).Distinct().Order()
            .Select(day => (day, changes.Where(c => c.Day <= day).Aggregate(bare, (files, change) => change.Apply(files)).With(grants.Where(g => g.Known <= day).Select(g => g.Line))))
            .ToList();
        var catalogue = bare.With(grants.Select(g => g.Line)).Read();
        var outbox = new Outbox(plan, catalogue, random);
        var sender = new Sender(plan, catalogue, new Trend(catalogue, random), outbox, random);
        var habits = catalogue.Organisations.ToDictionary(o => o.Code, _ => Habit.Draw(random), StringComparer.Ordinal);
        foreach (var (form, organisation, period) in OwedSinceBefore(plan, catalogue).Concat(Grants.Owed(plan, catalogue)).OrderBy(o => o.Period.Last).ToList())
        {
            sender.Report(habits[organisation.Code], form, organisation, period);
        }

        SendOfTasksAlone(plan, catalogue, outbox, random);
        Misplace(plan, catalogue, outbox, random);
        var files = outbox.Files.Where(f => changes.All(c => !IsOfNobody(f.Filing, c))).ToList();
        return new Simulation(plan, catalogues, files, [.. DaysOf(plan, catalogue).Union(changes.Select(c => c.Day)).Order()]);
    }

    /// <summary>Sent by a body that is gone by then, for a period that it did not see the end of.</summary>
    private static bool IsOfNobody(Filing filing, CatalogueChange change) =>
        change.Ended is { } ended && filing.Organisation == ended.Organisation && DueDay.DayOf(filing.UploadedAt) >= change.Day && Period.Named(filing.Period!).Last > ended.Last;

    /// <summary>What holds on each day, of something that is made of each of the catalogues.</summary>
    public Func<DateOnly, T> InForce<T>(Func<CatalogueFiles, T> make)
    {
        var made = Catalogues.Select(c => (c.From, Made: make(c.Files))).ToList();
        return day => made.FindLast(c => c.From <= day).Made;
    }

    /// <summary>Reports that were due in the two months before and are still waited for.</summary>
    private static IEnumerable<(Form Form, Organisation Organisation, Period Period)> OwedSinceBefore(Plan plan, ReportingCatalogue catalogue) =>
        Grants.Owed(plan with { From = plan.From.AddDays(-60) }, catalogue).Where(o => DueDay.Of(o.Form, o.Period, catalogue).Effective < plan.From);

    /// <summary>Progress of tasks and nothing else: no report of any form.</summary>
    private static void SendOfTasksAlone(Plan plan, ReportingCatalogue catalogue, Outbox outbox, Random random)
    {
        foreach (var organisation in catalogue.Organisations.Where(_ => random.Next(6) == 0))
        {
            var day = plan.From.AddDays(random.Next(plan.To.DayNumber - plan.From.DayNumber));
            var period = Period.Containing("monthly", day);
            if (organisation.ExistsOn(period.Last) && catalogue.Tasks.FirstOrDefault(t => t.LastDay > day && t.Owners.Any(organisation.IsOf)) is { } task)
            {
                outbox.Send(organisation, period, day, [new Cell(task.Code, Said.Value, 100, null, null, "A")], Layout.Long);
            }
        }
    }

    /// <summary>To bodies that are gone or not there yet, to nobody, of no period, of one to come.</summary>
    private static void Misplace(Plan plan, ReportingCatalogue catalogue, Outbox outbox, Random random)
    {
        var gone = catalogue.Organisations.First(o => o.Kind == "province" && o.To is not null).Code;
        var young = catalogue.Organisations.First(o => o.Kind == "province" && o.To is null).Code;
        foreach (var folder in (string[])[$"{gone}/2025-07", $"{gone}/2025-Q3", $"{young}/2025-06", "P99-01/2025-01", $"{gone}/2025-13", $"{young}/2030-01", $"{gone}/Q1-2025"])
        {
            outbox.Misplace(folder, plan.To.AddDays(-random.Next(80)));
        }
    }

    /// <summary>Every Monday, the days on which something changes by itself, and the last one.</summary>
    private static List<DateOnly> DaysOf(Plan plan, ReportingCatalogue catalogue)
    {
        var days = new SortedSet<DateOnly> { plan.To };
        for (var day = plan.From; day <= plan.To; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Monday)
            {
                days.Add(day);
            }
        }

        foreach (var due in Grants.Owed(plan, catalogue).Select(o => DueDay.Of(o.Form, o.Period, catalogue).Effective).Distinct())
        {
            days.UnionWith(((DateOnly[])[catalogue.WorkingDays.Before(due, 3), due, due.AddDays(1), due.AddDays(11), due.AddDays(21)]).Where(d => d >= plan.From && d <= plan.To));
        }

        return [.. days];
    }
}

using System.Globalization;
using DtPipeline.Oracle.Catalogue;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>What somebody makes of a catalogue on a day, and means.</summary>
/// <param name="Ended">The organisation that it ends, and its last day; null where it ends none.</param>
internal sealed record CatalogueChange(DateOnly Day, Func<CatalogueFiles, CatalogueFiles> Apply, (string Organisation, DateOnly Last)? Ended = null);

/// <summary>Draws changes that reach back: another due day, another required indicator, a form that ended or began at another time, a body that is gone.</summary>
internal static class CatalogueChanges
{
    private const int Kinds = 5;

    /// <returns>In the order of their days.</returns>
    public static IReadOnlyList<CatalogueChange> Draw(Plan plan, ReportingCatalogue catalogue, Random random)
    {
        var days = Enumerable.Range(0, plan.Changes).Select(_ => plan.From.AddDays(random.Next(60, plan.To.DayNumber - plan.From.DayNumber - 20))).Order().ToList();
        return [.. days.Select((day, n) => (n % Kinds) switch
        {
            0 => DueDay(day, random),
            1 => Required(day, catalogue, random),
            2 => EndOfForm(day, catalogue, random),
            3 => EndOfBody(day, catalogue, random),
            _ => BeginningOfForm(day, catalogue, random),
        })];
    }

    /// <summary>An earlier one: who has more time has it until a day that is after it still.</summary>
    private static CatalogueChange DueDay(DateOnly day, Random random)
    {
        var (frequency, due) = (random.Next(2) == 0 ? "quarterly" : "monthly", random.Next(15, 25));
        return new CatalogueChange(day, files => files.Change("regimes.csv", line => line[0] == "ND09-2019" && line[3] == "reporting_body" && line[4] == frequency, 9, string.Create(CultureInfo.InvariantCulture, $"{due}")));
    }

    private static CatalogueChange Required(DateOnly day, ReportingCatalogue catalogue, Random random)
    {
        var form = catalogue.Forms[random.Next(catalogue.Forms.Count)];
        var indicator = form.Indicators[random.Next(form.Indicators.Count)];
        return new CatalogueChange(day, files => files.Change("form_indicators.csv", line => line[0] == form.Code && line[1] == indicator.Code, 2, indicator.IsRequired ? "no" : "yes"));
    }

    private static CatalogueChange EndOfForm(DateOnly day, ReportingCatalogue catalogue, Random random)
    {
        var form = catalogue.Forms[random.Next(catalogue.Forms.Count)];
        var last = Period.Containing(form.Frequency, day.AddMonths(-4));
        return new CatalogueChange(day, files => files.Change("forms.csv", line => line[0] == form.Code && Period.Named(line[6]).First <= last.First, 7, last.Name));
    }

    private static CatalogueChange BeginningOfForm(DateOnly day, ReportingCatalogue catalogue, Random random)
    {
        var form = catalogue.Forms[random.Next(catalogue.Forms.Count)];
        return new CatalogueChange(day, files => files.Change("forms.csv", line => line[0] == form.Code && line[7].Length == 0, 6, form.OwedFrom.Next.Name));
    }

    private static CatalogueChange EndOfBody(DateOnly day, ReportingCatalogue catalogue, Random random)
    {
        var bodies = catalogue.Organisations
            .Where(o => o.To is null && o.From is null or { Year: < 2024 } && !catalogue.Organisations.Any(p => p.Successor == o.Code) && !catalogue.Indicators.Any(i => i.Owners.Any(w => w.Code == o.Code)))
            .ToList();
        var body = bodies[random.Next(bodies.Count)];
        var last = new DateOnly(day.Year, day.Month, 1).AddMonths(-random.Next(4)).AddDays(-1);
        return new CatalogueChange(day, files => files.Change("organisations.csv", line => line[0] == body.Code, 6, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (body.Code, last));
    }
}

using System.Globalization;
using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Obligations;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>
/// Draws who has more time and who need not file, known from the first of some month on, before the due day or after it. Some have both, the one
/// granted after the other.
/// </summary>
internal static class Grants
{
    public static IEnumerable<(DateOnly Known, string Line)> Draw(Plan plan, ReportingCatalogue catalogue, Random random)
    {
        var owed = Owed(plan, catalogue).ToArray();
        random.Shuffle(owed);
        foreach (var (form, organisation, period) in owed.Take(plan.Grants))
        {
            var due = DueDay.Of(form, period, catalogue).Effective;
            yield return Line(form, organisation, period, due, grantedBefore: 12, random);
            if (random.NextDouble() < 0.2)
            {
                yield return Line(form, organisation, period, due, grantedBefore: 4, random);
            }
        }
    }

    /// <summary>Everything due in the time that is simulated.</summary>
    public static IEnumerable<(Form Form, Organisation Organisation, Period Period)> Owed(Plan plan, ReportingCatalogue catalogue)
    {
        foreach (var form in catalogue.Forms)
        {
            for (var period = form.OwedFrom; form.IsOwed(period) && period.First <= plan.To; period = period.Next)
            {
                if (DueDay.Of(form, period, catalogue).Effective >= plan.From)
                {
                    foreach (var organisation in catalogue.WhoOwes(form, period))
                    {
                        yield return (form, organisation, period);
                    }
                }
            }
        }
    }

    private static (DateOnly Known, string Line) Line(Form form, Organisation organisation, Period period, DateOnly due, int grantedBefore, Random random)
    {
        var isExemption = random.NextDouble() < 0.4;
        var some = due.AddDays(-random.Next(0, 60));
        var known = new DateOnly(some.Year, some.Month, 1).AddMonths(random.Next(3));
        DateOnly? until = isExemption && random.NextDouble() < 0.5 ? null : (known > due ? known : due).AddDays(random.Next(2, isExemption ? 40 : 20));
        return (known, string.Create(
            CultureInfo.InvariantCulture,
            $"{form.Code},{organisation.Code},{period.Name},{(isExemption ? "exemption" : "extension")},{until:yyyy-MM-dd},VPCP,{due.AddDays(-grantedBefore):yyyy-MM-dd},flood"));
    }
}

using DtPipeline.Catalogue;

namespace DtPipeline.LocalHost.Showing;

/// <summary>Who is overdue: first the forms that nobody has filed, those of the same periods in a row on one line, then names by form and period.</summary>
internal static class OverdueLines
{
    /// <param name="overdue">An organisation's code, or that of the group of a form that nobody has filed.</param>
    public static IEnumerable<string> Of(IEnumerable<(string Organisation, string Period, string Form)> overdue, ReportingCatalogue catalogue)
    {
        var byWho = overdue.ToLookup(o => o.Organisation.StartsWith('@'));
        foreach (var run in byWho[true]
            .GroupBy(o => o.Form)
            .SelectMany(form => Runs(form.Select(o => Period.TryParse(o.Period, out var period) ? period : null).OfType<Period>()).Select(periods => (Form: form.Key, Periods: periods)))
            .GroupBy(r => r.Periods, r => r.Form)
            .OrderBy(r => r.Key.From.LastDay)
            .ThenBy(r => r.Min(), StringComparer.Ordinal))
        {
            var periods = run.Key.From == run.Key.To ? $"{run.Key.From}" : $"{run.Key.From} to {run.Key.To}";
            yield return $"overdue {string.Join(", ", run.Order(StringComparer.Ordinal))} {periods}: nobody has filed";
        }

        foreach (var group in byWho[false].GroupBy(o => (o.Form, o.Period)).OrderBy(g => g.Key.Period, StringComparer.Ordinal).ThenBy(g => g.Key.Form, StringComparer.Ordinal))
        {
            var names = group.Select(o => $"{o.Organisation} {catalogue.FindOrganisation(o.Organisation)?.NameVi}".TrimEnd()).Order(StringComparer.Ordinal);
            yield return $"overdue {group.Key.Form} {group.Key.Period}: {string.Join(", ", names)}";
        }
    }

    private static List<(Period From, Period To)> Runs(IEnumerable<Period> periods)
    {
        var runs = new List<(Period From, Period To)>();
        foreach (var period in periods.OrderBy(p => p.FirstDay))
        {
            if (runs.Count > 0 && runs[^1].To.Next == period)
            {
                runs[^1] = (runs[^1].From, period);
            }
            else
            {
                runs.Add((period, period));
            }
        }

        return runs;
    }
}

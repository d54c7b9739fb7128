using System.Globalization;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Amending;

/// <summary>What a new catalogue changes, in lines for the person who writes it.</summary>
public static class AmendmentText
{
    private const int MostLines = 40;
    private const int MostNames = 3;

    public static IEnumerable<string> Of(IReadOnlyList<LineChange> lines, CatalogueDiff diff)
    {
        if (lines.Count == 0)
        {
            yield return "Nothing is changed.";
            yield break;
        }

        foreach (var line in lines.Take(MostLines))
        {
            yield return line.ToString();
        }

        if (lines.Count > MostLines)
        {
            yield return Text($"and {Bilingual.Count(lines.Count - MostLines, "more change")}");
        }

        yield return string.Empty;
        foreach (var figure in diff.Figures)
        {
            yield return figure.NeedsNewCode
                ? $"Not possible: {figure.Indicator} has values, and its {figure.What} would be {figure.To} instead of {figure.From}. Give the new quantity a code of its own, and end the old one with valid_to."
                : figure.To is null ? $"The values of {figure.Indicator} would be in no figure any more."
                : $"Figures of {figure.Indicator} would be made anew: {figure.What} {figure.To} instead of {figure.From}.";
        }

        if (diff.Judged.Count > 0)
        {
            yield return Text($"{Bilingual.Count(diff.Judged.Count, "obligation")} of {Bilingual.Count(diff.Judged.Select(o => o.Period).Distinct(StringComparer.Ordinal).Count(), "period")} that {(diff.Judged.Count == 1 ? "was" : "were")} due already would be judged anew:");
            foreach (var group in diff.Judged.GroupBy(o => (o.Form, What: What(o))).OrderByDescending(g => g.Count()))
            {
                var names = string.Join(", ", group.Take(MostNames).Select(NameOf));
                yield return Text($"  {group.Key.Form}: {group.Key.What}: {group.Count()} ({names}{(group.Count() > MostNames ? ", …" : string.Empty)})");
            }
        }

        yield return Text($"Obligations that are not due yet and change: {diff.Ahead}.");
        yield return Text($"Alerts of reports: {diff.Alerts.Raised} raised, {diff.Alerts.Resolved} settled, {diff.Alerts.Changed} of another severity.");
    }

    private static string NameOf(ObligationChange change) => change is { From.Due: var was, To.Due: var now } && was != now
        ? Text($"{change.Organisation} {change.Period}: {was:yyyy-MM-dd} -> {now:yyyy-MM-dd}")
        : $"{change.Organisation} {change.Period}";

    /// <summary>"on_time 24 of 25 -> late 24 of 25, due earlier"</summary>
    internal static string What(ObligationChange change) => (change.From, change.To) switch
    {
        (null, { } now) => $"owed, {Said(now)}",
        ({ } was, null) => $"owed no more, was {Said(was)}",
        ({ } was, { } now) => $"{Said(was)} -> {Said(now)}{(was.Due == now.Due ? string.Empty : was.Due > now.Due ? ", due earlier" : ", due later")}",
        _ => string.Empty,
    };

    private static string Said(Judgement judgement) => Text($"{Obligation.NameOf(judgement.State)} {judgement.Provided} of {judgement.Required.Count}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

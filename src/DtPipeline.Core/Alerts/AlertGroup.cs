using System.Globalization;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>What a digest or a mail says in one line: an alert, or several that say the same of several organisations.</summary>
/// <param name="First">The one that the line stands in place of.</param>
/// <param name="Count">Of the alerts in it.</param>
internal sealed record AlertGroup(InboxAlert First, Bilingual Text, int Count)
{
    private const int MostNames = 100;

    /// <summary>By form and cause: who owes the same by the same day, and is as late, is named in one line. The order is that of the first of each.</summary>
    public static IReadOnlyList<AlertGroup> Of(IReadOnlyList<DigestLine> lines, DateOnly today) =>
        [.. lines.GroupBy(CauseOf).Select(g => g.Count() > 1 ? Together([.. g], today) : new AlertGroup(g.First().Alert, g.First().Text, 1))];

    private static object CauseOf(DigestLine line)
    {
        var alert = line.Alert;
        return alert.Owed is { IsMany: false } owed
            ? (alert.Subject.Type, alert.Severity, alert.State, owed.Thing, owed.Done, owed.Due, IsRefused(alert), HandlerOf(alert))
            : alert.Subject.Key;
    }

    /// <summary>Once it is settled nobody asks how it was.</summary>
    private static bool IsRefused(InboxAlert alert) => alert.State != AlertState.Resolved && alert.Owed?.Received is not null;

    /// <summary>Whoever has it in hand is named behind it; what others did with it before is past.</summary>
    private static (string By, string? Note)? HandlerOf(InboxAlert alert) =>
        alert is { State: AlertState.Acknowledged, Handling: { } handling } ? (handling.By, handling.Note) : null;

    private static AlertGroup Together(List<DigestLine> lines, DateOnly today)
    {
        var first = lines[0].Alert;
        var said = first.State != AlertState.Resolved ? first.Owed!.TogetherOn(today)
            : first.Subject.Type is AlertType.ReportDueSoon or AlertType.TaskDueSoon ? first.Owed!.TogetherNotReminded
            : first.Owed!.TogetherSettled;
        var count = lines.Count;
        return new AlertGroup(first, new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{said.Vi}, {count} cơ quan: {Names(lines, b => b.Vi, "và {0} cơ quan nữa")}."),
            string.Create(CultureInfo.InvariantCulture, $"{said.En}, {count} organisations: {Names(lines, b => b.En, "and {0} more")}.")), count);
    }

    private static Bilingual? Aside(InboxAlert alert) =>
        alert.State == AlertState.Resolved ? alert.Owed!.Known
        : alert.Owed!.Lacking is { } lacking ? lacking.Share
        : alert.Owed.Received ?? alert.Owed.Known;

    private static string Names(List<DigestLine> lines, Func<Bilingual, string> language, string more)
    {
        var names = lines.Take(MostNames).Select(l => language(l.Alert.Owed!.Who) + (Aside(l.Alert) is { } aside ? $" ({language(aside)})" : string.Empty)).ToList();
        return string.Join(", ", lines.Count > MostNames ? [.. names, string.Format(CultureInfo.InvariantCulture, more, lines.Count - MostNames)] : names);
    }
}

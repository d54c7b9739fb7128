using DtPipeline.Alerts;
using DtPipeline.Answers.Lists;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Alerting;

/// <summary>Which alerts are listed.</summary>
/// <param name="State">A word of <see cref="AlertLife.NameOf"/>; null for those that are not settled. Those settled or told longer than a week ago are listed by none.</param>
/// <param name="Severity">A word of <see cref="AlertTransition.NameOf(AlertSeverity)"/>; null for all.</param>
/// <param name="Organisations">Of whom, or of which groups; null for all.</param>
public sealed record AlertQuestion(string? State, string? Severity, IReadOnlyList<string>? Organisations, PageRequest Page)
{
    public static readonly AlertQuestion Standing = new(null, null, null, PageRequest.Everything);

    private static readonly IReadOnlyList<string> States = [.. Enum.GetValues<AlertState>().Select(AlertLife.NameOf)];
    private static readonly IReadOnlyList<string> Severities = [.. Enum.GetValues<AlertSeverity>().Select(AlertTransition.NameOf)];

    /// <returns>Null where it can be answered.</returns>
    public Bilingual? WhyNot => Wrong("state", State, States) ?? Wrong("severity", Severity, Severities);

    public bool Takes(InboxAlert alert) =>
        (State is null ? !AlertLife.IsAtRest(alert.State) : AlertLife.NameOf(alert.State) == State)
        && (Severity is null || AlertTransition.NameOf(alert.Severity) == Severity)
        && (Organisations is null || Organisations.Contains(alert.Subject.Organisation));

    private static Bilingual? Wrong(string name, string? text, IReadOnlyList<string> words) => text is null || words.Contains(text)
        ? null
        : new Bilingual(
            $"{name} là '{OneLine.Of(text, 50)}'; cần một trong: {string.Join(", ", words)}.", $"{name} is '{OneLine.Of(text, 50)}'; expected one of: {string.Join(", ", words)}.");
}

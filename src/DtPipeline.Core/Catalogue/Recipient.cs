namespace DtPipeline.Catalogue;

/// <summary>
/// Somebody who is told of alerts: of all in the daily digest, and at once of the red ones, or who reports, of its own files that have errors
/// and of what is due soon.
/// </summary>
/// <param name="Address">E-mail address.</param>
/// <param name="Organisations">Codes and groups whose alerts concern this recipient.</param>
/// <param name="Forms">Codes of forms, and <c>tasks</c>; empty: whatever an alert is about.</param>
/// <param name="IsNext">Is told only of what has been passed on to the next recipient.</param>
/// <param name="IsReporter">Speaks for one organisation, and is told of nothing but its own affairs.</param>
public sealed record Recipient(
    string Code,
    string Name,
    string Address,
    IReadOnlyList<string> Organisations,
    IReadOnlyList<string> Forms,
    AlertSeverity LeastSeverity,
    bool IsNext,
    bool IsReporter)
{
    public const string Tasks = "tasks";

    /// <summary>Is answered for the files of an organisation, whatever forms and severity it asks for otherwise.</summary>
    public bool SendsFor(string organisation) => IsReporter && !IsNext && Organisations.Contains(organisation);

    /// <param name="organisation">A code, a group, or no organisation of the catalogue.</param>
    /// <param name="form">Null where the alert is about none.</param>
    public bool IsConcerned(string organisation, string? form, string? task, AlertSeverity severity, int escalation, ReportingCatalogue catalogue) =>
        severity >= LeastSeverity
        && (!IsNext || escalation > 0)
        && (Forms.Count == 0 || (form is not null && Forms.Contains(form)) || (task is not null && Forms.Contains(Tasks)))
        && Concerns(organisation, catalogue);

    public bool Oversees(Organisation organisation) => Organisations.Any(organisation.IsIn);

    /// <summary>Of a group whoever has one of its members hears.</summary>
    private bool Concerns(string organisation, ReportingCatalogue catalogue) =>
        Organisations.Contains(organisation)
        || Organisations.Contains(Organisation.Everybody)
        || (organisation.StartsWith('@')
            ? catalogue.Organisations.Any(o => o.IsIn(organisation) && Oversees(o))
            : catalogue.FindOrganisation(organisation) is { } one && Oversees(one));
}

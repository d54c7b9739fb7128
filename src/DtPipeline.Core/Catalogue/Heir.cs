namespace DtPipeline.Catalogue;

/// <summary>Who goes on for an organisation after its last day: its successor, or that one's.</summary>
internal static class Heir
{
    /// <param name="organisation">A code, or a group, which has no heir.</param>
    /// <returns>The same where it is there on the day, or nobody follows it.</returns>
    public static string CodeOf(string organisation, DateOnly day, ReportingCatalogue catalogue)
    {
        // No chain is longer than there are organisations, whatever the catalogue says.
        for (var steps = catalogue.Organisations.Count; steps > 0; steps--)
        {
            if (catalogue.FindOrganisation(organisation) is not { ValidTo: { } end, SuccessorCode: { } successor } || end >= day)
            {
                break;
            }

            organisation = successor;
        }

        return organisation;
    }

    /// <returns>Who delivers on a day what another owes of a form; null where that is its own affair.</returns>
    public static Organisation? DeliveringFor(string organisation, Form form, DateOnly day, ReportingCatalogue catalogue) =>
        form.PassesOn && CodeOf(organisation, day, catalogue) is var heir && heir != organisation ? catalogue.FindOrganisation(heir) : null;
}

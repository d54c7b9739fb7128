using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Answers.Extracts;

/// <summary>One observation as it leaves the store: whose and when, the form that asks for it, and the closing that holds for that form.</summary>
/// <param name="Form">Code of the first form of the organisation that asks for it; null where none does.</param>
/// <param name="Closing">In force at the moment for which the rows are made; null where the form's period is open then.</param>
public sealed record ExtractRow(string Organisation, Period Period, Observation Observation, string? Form, Closing? Closing)
{
    /// <summary>It came while its form was closed, so that it is not among what was closed.</summary>
    public bool IsAfterClosing => Closing is { } closing && closing.IsBefore(Observation.UploadedAt);

    /// <summary>The observations of one organisation's period, by indicator; those taken back are among them.</summary>
    /// <param name="moment">For which closings are looked up.</param>
    public static IEnumerable<ExtractRow> Of(
        Period period, string organisation, IEnumerable<Observation> observations, Closings closings, DateTimeOffset moment, ReportingCatalogue catalogue)
    {
        var owed = catalogue.FindOrganisation(organisation) is { } owner ? catalogue.FormsOwed(period, owner).OrderBy(f => f.Code, StringComparer.Ordinal).ToList() : [];
        var forms = owed.SelectMany(f => f.AsksFor(period).Select(i => (i.Indicator, Form: f.Code))).ToLookup(i => i.Indicator, i => i.Form, StringComparer.Ordinal);
        foreach (var observation in observations.OrderBy(o => o.Indicator, StringComparer.Ordinal))
        {
            var form = forms[observation.Indicator].FirstOrDefault();
            yield return new ExtractRow(organisation, period, observation, form, form is null ? null : closings.InForce(form, period, moment));
        }
    }
}

using DtPipeline.Catalogue;
using DtPipeline.Faults;

namespace DtPipeline.Reading;

/// <summary>Whose report a blob is, told by its name <c>{organisation}/{period}/{file}</c> and by nothing else.</summary>
public sealed record ReportPath(Organisation Organisation, Period Period)
{
    private const string Shape = "{organisation}/{period}/{file}";

    /// <param name="uploadedOn">The day of upload in Vietnam, against which a period can be too early.</param>
    /// <returns>The path, or the fault that keeps the whole file out.</returns>
    public static (ReportPath? Path, Fault? Fault) Parse(string blobName, ReportingCatalogue catalogue, DateOnly uploadedOn)
    {
        var parts = blobName.Split('/');
        if (Array.Exists(parts, p => p is "." or ".." || p.Any(char.IsControl) || p.Contains('\\')))
        {
            return (null, FaultKinds.PathUnsafe.At(Place.WholeFile, blobName, Shape));
        }

        if (parts.Length != 3 || Array.Exists(parts, string.IsNullOrWhiteSpace))
        {
            return (null, FaultKinds.PathDepth.At(Place.WholeFile, blobName, Shape));
        }

        if (catalogue.FindOrganisation(parts[0]) is not { } organisation)
        {
            return (null, FaultKinds.OrganisationUnknown.At(Place.WholeFile, parts[0], "P34-01, MOF"));
        }

        if (!Period.TryParse(parts[1], out var period))
        {
            return (null, FaultKinds.PeriodUnknown.At(Place.WholeFile, parts[1], "2024-06, 2024-Q2, 2024-S1, 2024"));
        }

        if (!organisation.Reports(period))
        {
            return (null, FaultKinds.OrganisationNotValid.At(Place.WholeFile, organisation.Code, Validity(organisation)));
        }

        return period.FirstDay > uploadedOn
            ? (null, FaultKinds.PeriodNotBegun.At(Place.WholeFile, period.ToString(), $"{period.FirstDay:O}"))
            : (new ReportPath(organisation, period), null);
    }

    private static string Validity(Organisation organisation)
    {
        var from = organisation.ValidFrom is { } first ? $"{first:O}" : "…";
        var to = organisation.ValidTo is { } last ? $"{last:O}" : "…";
        var successor = organisation.SuccessorCode is { } code ? $" → {code}" : string.Empty;
        return $"{from} – {to}{successor}";
    }
}

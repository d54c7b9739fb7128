using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Models;

/// <summary>What a read model says of a body whose figures are in it.</summary>
/// <param name="Kind"><c>province</c>, <c>ministry</c> or <c>agency</c>.</param>
public sealed record OrganisationFacts(string Code, string NameVi, string NameEn, string Kind)
{
    /// <summary>Code of its region as in <see cref="Progress.ReportingGroup"/>; null for a body of the whole country.</summary>
    public string? Region { get; init; }

    internal static OrganisationFacts Of(Organisation organisation) => new(
        organisation.Code,
        organisation.NameVi,
        organisation.NameEn,
        organisation.Kind switch { OrganisationKind.Province => "province", OrganisationKind.Ministry => "ministry", _ => "agency" })
    {
        Region = Progress.ReportingGroup.Of(organisation).FirstOrDefault(g => g.Level == Progress.ReportingGroup.RegionLevel)?.Code,
    };
}

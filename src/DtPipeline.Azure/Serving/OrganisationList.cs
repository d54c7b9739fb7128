using DtPipeline.Answers.Lists;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Serving;

/// <param name="Kind"><c>province</c>, <c>ministry</c> or <c>agency</c>.</param>
internal sealed record OrganisationEntry(string Code, string NameVi, string NameEn, string Kind)
{
    /// <summary>Where it lies; null for a body of the whole country.</summary>
    public string? RegionVi { get; init; }

    /// <inheritdoc cref="RegionVi"/>
    public string? RegionEn { get; init; }

    /// <summary>First day of existence; null where it was there before all reports.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of existence, included; null where it is still there.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Code of the body that goes on with its work.</summary>
    public string? Successor { get; init; }

    public static OrganisationEntry Of(Organisation organisation) => new(
        organisation.Code, organisation.NameVi, organisation.NameEn, organisation.Kind switch { OrganisationKind.Province => "province", OrganisationKind.Ministry => "ministry", _ => "agency" })
    {
        RegionVi = organisation.Region?.Vi,
        RegionEn = organisation.Region?.En,
        ValidFrom = organisation.ValidFrom,
        ValidTo = organisation.ValidTo,
        Successor = organisation.SuccessorCode,
    };
}

/// <summary>The reporting organisations of the catalogue in force, by code.</summary>
public sealed class OrganisationList(CatalogueStore catalogues)
{
    public async Task<Served> ListAsync(PageRequest page, CancellationToken cancellationToken) => Served.Of(
        Page.Of((await catalogues.GetAsync(cancellationToken)).Organisations.Select(OrganisationEntry.Of), o => o.Code, page));
}

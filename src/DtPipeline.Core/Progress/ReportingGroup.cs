using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Progress;

/// <summary>Organisations of which one figure is made, whatever form they owe.</summary>
/// <param name="Code"><c>@all</c>, <c>@region:red-river-delta</c>, <c>@kind:province</c>; the code of one body where a figure is its own.</param>
/// <param name="Level"><c>nation</c>, <c>region</c>, <c>kind</c>; <c>owner</c> for a figure of the nation that one body gives.</param>
internal sealed record ReportingGroup(string Code, string Level, Bilingual Name)
{
    public const string NationLevel = "nation";
    public const string RegionLevel = "region";
    public const string KindLevel = "kind";
    public const string OwnerLevel = "owner";

    /// <summary>Everybody who owes a figure: what it adds up to is no figure that anybody has given.</summary>
    public static readonly ReportingGroup Nation = new(Organisation.Everybody, NationLevel, new Bilingual("Cả nước", "Viet Nam"));

    /// <summary>The nation, its region, its kind. A body of the whole country is in no region.</summary>
    public static IReadOnlyList<ReportingGroup> Of(Organisation organisation) =>
        organisation.Region is { } region ? [Nation, OfRegion(region), OfKind(organisation.Kind)] : [Nation, OfKind(organisation.Kind)];

    public static ReportingGroup OfOwner(Organisation owner) => new(owner.Code, OwnerLevel, new Bilingual(owner.NameVi, owner.NameEn));

    /// <summary>The places of the members of each group, the nation first, then the regions, then the kinds.</summary>
    public static List<(ReportingGroup Group, List<int> Members)> Among(
        IReadOnlyList<Organisation> organisations, Func<Organisation, IReadOnlyList<ReportingGroup>> groupsOf) =>
    [
        .. organisations
            .Index()
            .SelectMany(o => groupsOf(o.Item).Select(g => (Group: g, o.Index)))
            .GroupBy(x => x.Group.Code, StringComparer.Ordinal)
            .Select(g => (g.First().Group, g.Select(x => x.Index).ToList()))
            .OrderBy(g => g.Group.Level switch { NationLevel => 0, RegionLevel => 1, _ => 2 })
            .ThenBy(g => g.Group.Code, StringComparer.Ordinal),
    ];

    private static ReportingGroup OfRegion(Bilingual region) => new($"@region:{Fold.Of(region.En).Replace(' ', '-')}", RegionLevel, region);

    private static ReportingGroup OfKind(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Province => new("@kind:province", KindLevel, new Bilingual("Địa phương", "Provinces")),
        OrganisationKind.Ministry => new("@kind:ministry", KindLevel, new Bilingual("Bộ", "Ministries")),
        _ => new("@kind:agency", KindLevel, new Bilingual("Cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Agencies")),
    };
}

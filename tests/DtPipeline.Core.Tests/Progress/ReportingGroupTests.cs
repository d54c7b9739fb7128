using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Progress;

public sealed class ReportingGroupTests
{
    private static readonly Organisation HaNoi = TheCatalogue.Organisation("P63-01");

    [Fact]
    public void AProvinceIsOfTheNationOfItsRegionAndOfItsKind() => Assert.Equal(
        [
            new ReportingGroup("@all", "nation", new Bilingual("Cả nước", "Viet Nam")),
            new ReportingGroup("@region:red-river-delta", "region", new Bilingual("Đồng bằng sông Hồng", "Red River Delta")),
            new ReportingGroup("@kind:province", "kind", new Bilingual("Địa phương", "Provinces")),
        ],
        ReportingGroup.Of(HaNoi));

    [Theory]
    [InlineData(OrganisationKind.Ministry, "@kind:ministry", "Bộ", "Ministries")]
    [InlineData(OrganisationKind.Agency, "@kind:agency", "Cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Agencies")]
    public void ABodyOfTheWholeCountryIsInNoRegion(OrganisationKind kind, string code, string vi, string en) => Assert.Equal(
        [ReportingGroup.Nation, new ReportingGroup(code, "kind", new Bilingual(vi, en))],
        ReportingGroup.Of(HaNoi with { Kind = kind, Region = null }));

    [Fact]
    public void AFigureThatOneBodyGivesIsItsOwn() =>
        Assert.Equal(new ReportingGroup("P63-01", "owner", new Bilingual("Hà Nội", "Ha Noi")), ReportingGroup.OfOwner(HaNoi));

    [Fact]
    public void TheNationComesFirstThenTheRegionsThenTheKindsEachWithThePlacesOfItsMembers()
    {
        Organisation[] bodies =
        [
            HaNoi with { Kind = OrganisationKind.Ministry, Region = null },
            HaNoi with { Region = new Bilingual("Nam", "South") },
            HaNoi with { Region = new Bilingual("Bắc", "North") },
            HaNoi with { Region = new Bilingual("Nam", "South") },
        ];

        Assert.Equal(
            ["@all 0 1 2 3", "@region:north 2", "@region:south 1 3", "@kind:ministry 0", "@kind:province 1 2 3"],
            ReportingGroup.Among(bodies, ReportingGroup.Of).Select(g => $"{g.Group.Code} {string.Join(' ', g.Members)}"));
    }
}

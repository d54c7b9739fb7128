using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class LineageTests
{
    [Fact]
    public void ElevenProvincesGoOnUnchangedInJuly2025AndNoOtherBodyEverDoes() => Assert.Equal(
        ["P34-01", "P34-04", "P34-11", "P34-12", "P34-14", "P34-20", "P34-22", "P34-38", "P34-40", "P34-42", "P34-46"],
        TheCatalogue.Default.Organisations.Where(o => Lineage.Before(o, TheCatalogue.Default) is not null).Select(o => o.Code));

    [Theory]
    [InlineData("P34-01", "P34-01 P63-01")]
    [InlineData("P34-46", "P34-46 P63-46")]
    [InlineData("P34-08", "P34-08")]
    [InlineData("P63-01", "P63-01")]
    [InlineData("MOST", "MOST")]
    [InlineData("MERA", "MERA")]
    public void IsTheBodyItselfAndWhatItWasBefore(string code, string line) =>
        Assert.Equal(line, string.Join(' ', Lineage.Of(TheCatalogue.Organisation(code), TheCatalogue.Default).Select(o => o.Code)));

    [Theory]
    [InlineData("A,province,A,A,,2024-12-31,B,,,", "B,province,B,B,2025-01-01,,,,,", "B A")]
    [InlineData("A,province,A,A,,2024-12-30,B,,,", "B,province,B,B,2025-01-01,,,,,", "B")]
    [InlineData("A,province,A,A,,2024-12-31,B,,,", "B,province,B,B,2024-01-01,,,,,", "B")]
    [InlineData("A,province,A,A,,2024-12-31,B,,,", "B,province,B,B,,,,,,", "B")]
    [InlineData("A,agency,A,A,,2024-12-31,B,,,", "B,ministry,B,B,2025-01-01,,,,,", "B")]
    [InlineData("A,province,A,A,,2024-12-31,,,,", "B,province,B,B,2025-01-01,,,,,", "B")]
    public void AnUnchangedBodyBeginsTheDayAfterItsOnlyPredecessorOfTheSameKind(string before, string after, string line)
    {
        var catalogue = TheCatalogue.SmallWith("organisations.csv", $"{before}\n{after}").Catalogue!;

        Assert.Equal(line, string.Join(' ', Lineage.Of(catalogue.FindOrganisation("B")!, catalogue).Select(o => o.Code)));
    }

    [Fact]
    public void AChainOfCodesIsFollowedToItsBeginning()
    {
        var catalogue = TheCatalogue.SmallWith(
            "organisations.csv", "A,province,A,A,,2022-12-31,B,,,\nB,province,B,B,2023-01-01,2024-12-31,C,,,\nC,province,C,C,2025-01-01,,,,,").Catalogue!;

        Assert.Equal(["C", "B", "A"], Lineage.Of(catalogue.FindOrganisation("C")!, catalogue).Select(o => o.Code));
    }
}

using DtPipeline.Architecture.Tests.Code;
using DtPipeline.Architecture.Tests.Rules;

namespace DtPipeline.Architecture.Tests;

/// <summary>The rules of the house, held against its code. How each of them fails is shown by the tests in <c>Rules</c>.</summary>
public sealed class HouseTests
{
    public static TheoryData<string> Projects => new(Sources.Projects);

    [Fact]
    public void TheCompilerUnderstandsAllOfTheCode() => None(CodeBase.Repository.Unbound);

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoFoldersNameEachOtherInACircle(string project) => None(FloorRules.Circles(CodeBase.Repository, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoRoomNamesOneAboveIt(string project) => None(FloorRules.ArrowsUp(CodeBase.Repository, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void EveryRoomStandsOnAFloor(string project) => None(FloorRules.RoomsOnNoFloor(CodeBase.Repository, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void OnlyWhatTalksToAzureNamesIt(string project) => None(NamingRules.NamesOfAzure(CodeBase.Repository, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void WhatIsPublicIsNamedByAnotherProject(string project) => None(NamingRules.PublicForNobody(CodeBase.Repository, project));

    [Theory]
    [MemberData(nameof(Projects))]
    public void ANamespaceIsItsFolder(string project) => None(NamingRules.StrayNamespaces(CodeBase.Repository, project));

    [Fact]
    public void NoFileHasMoreThanThreeHundredLines() => None(SizeRule.TooLong(Sources.Under("src").Concat(Sources.Under("tests"))));

    private static void None(IEnumerable<string> breaches)
    {
        var told = string.Join(Environment.NewLine, breaches);
        Assert.True(told.Length == 0, told);
    }
}

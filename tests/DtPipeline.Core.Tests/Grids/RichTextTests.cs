using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Grids;

public sealed class RichTextTests
{
    private static readonly TextLook Struck = new(true, 0);
    private static readonly TextLook Above = new(false, 1);
    private static readonly TextLook Below = new(false, -1);

    private static TextLook Plain => default;

    [Fact]
    public void ASmallFigureBehindANumberIsNoDigitOfIt() => Assert.Equal("412¹", Text(("412", Plain), ("1", Above)));

    [Fact]
    public void ALowFigureBehindANumberIsNoDigitOfIt() => Assert.Equal("412₁", Text(("412", Plain), ("1", Below)));

    [Fact]
    public void ASmallSignBehindANumberKeepsItFromBeingOne() => Assert.Equal("412^*", Text(("412", Plain), ("*", Above)));

    [Fact]
    public void ASmallFigureBehindAWordPointsToANote() => Assert.Equal("Số doanh nghiệp", Text(("Số doanh nghiệp", Plain), ("1", Above)));

    [Fact]
    public void APowerInAUnitStands() => Assert.Equal("10³ m²", Text(("10", Plain), ("3", Above), (" m", Plain), ("2", Above)));

    [Fact]
    public void ANumberThatIsSmallAsAWholeIsANumber() => Assert.Equal("412", Text(("412", Above), (" ", Plain)));

    [Fact]
    public void PartsInColoursAreOneText() => Assert.Equal("1246", Text(("1", Plain), ("246", Plain)));

    [Fact]
    public void WhatIsStruckOutIsNotThere()
    {
        var text = Written(("100", Struck), (" 246", Plain));

        Assert.Equal(("246", true), (text.ToString(), text.HasStruck));
    }

    [Fact]
    public void AStruckBlankIsNothingToTell() => Assert.False(Written((" ", Struck), ("246", Plain)).HasStruck);

    private static string Text(params (string Text, TextLook Look)[] parts) => Written(parts).ToString();

    private static RichText Written(params (string Text, TextLook Look)[] parts)
    {
        var text = new RichText();
        foreach (var (part, look) in parts)
        {
            text.Append(part, look);
        }

        return text;
    }
}

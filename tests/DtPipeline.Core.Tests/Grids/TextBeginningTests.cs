using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Grids;

public sealed class TextBeginningTests
{
    /// <summary>The room is lent to one text after the other.</summary>
    [Fact]
    public void HoldsWhatTheTextHasUpToTheMostAndNothingOfTheOneBefore()
    {
        Assert.Equal("abcd", TextBeginning.Of(() => new StringReader("abcdefgh"), 4));
        Assert.Equal("x", TextBeginning.Of(() => new StringReader("x"), 4));
        Assert.Equal(string.Empty, TextBeginning.Of(() => TextReader.Null, 4));
    }
}

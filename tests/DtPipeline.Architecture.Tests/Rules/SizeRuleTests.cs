namespace DtPipeline.Architecture.Tests.Rules;

public sealed class SizeRuleTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301, "A.cs has 301 lines, more than 300: part it by what it is about")]
    public void TheLineAfterTheThreeHundredthIsOneTooMany(int lines, params string[] told)
    {
        Assert.Equal(told, SizeRule.TooLong([("A.cs", new string('\n', lines))]));
    }
}

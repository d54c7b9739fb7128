using DtPipeline.Architecture.Tests.Code;

namespace DtPipeline.Architecture.Tests.Rules;

public sealed class CodeBaseTests
{
    [Theory]
    [InlineData("class Rule { Missing? other; }", "Missing")]
    [InlineData("class Rule { int Do() => missing; }", "missing")]
    [InlineData("class Rule { int Do() => string.Empty.Missing; }", "Missing")]
    [InlineData("class Rule { int Do() => int.Parse(1, 2, 3, 4); }", "Parse")]
    public void ANameThatTheCompilerDoesNotUnderstandIsTold(string rule, string name)
    {
        var told = CodeBase.Of(("src/DtPipeline.Core/Ledger/Rule.cs", rule)).Unbound;

        Assert.Contains(told, t => t.StartsWith("src/DtPipeline.Core/Ledger/Rule.cs: (0,", StringComparison.Ordinal) && t.EndsWith($": '{name}' is not understood.", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsToldOfWordsThatNameNothing() => Assert.Empty(CodeBase.Of(
        ("src/DtPipeline.Core/Ledger/Rule.cs", "class Rule { void Do() { _ = nameof(Do) + nameof(Two); var three = int.TryParse(string.Empty, out _); } void Two() { } void Two(int two) { } }")).Unbound);
}

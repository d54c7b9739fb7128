using DtPipeline.Architecture.Tests.Code;

namespace DtPipeline.Architecture.Tests.Rules;

public sealed class NamingRulesTests
{
    private const string Core = "DtPipeline.Core";

    [Theory]
    [InlineData("using Azure.Storage.Blobs; class Rule { BlobClient? blob; }")]
    [InlineData("class Rule { string Do() => nameof(Azure.Storage.Blobs.BlobClient); }")]
    [InlineData("using Azure; class Rule { System.Exception Do() => new RequestFailedException(409, null); }")]
    public void ARuleThatNamesAzureIsTold(string rule)
    {
        var found = NamingRules.NamesOfAzure(CodeBase.Of(("src/DtPipeline.Core/Ledger/Rule.cs", rule)), Core);

        Assert.StartsWith("src/DtPipeline.Core/Ledger/Rule.cs:1 names Azure.", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void OurOwnNamespaceOfThatNameIsAnother()
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Azure/Storage/Store.cs", "namespace DtPipeline.Azure.Storage; public class Store { Azure.Storage.Store? next; }"),
            ("src/DtPipeline.Web/Page.cs", "namespace DtPipeline.Web; class Page { Azure.Storage.Store? store; }"));

        Assert.Empty(NamingRules.NamesOfAzure(code, "DtPipeline.Web"));
    }

    [Fact]
    public void APublicTypeThatOnlyItsOwnProjectNamesIsTold()
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Core/Texts/Fold.cs", "namespace T; public class Fold; class Other { Fold? of; }"),
            ("src/DtPipeline.Azure/Storage/Store.cs", "class Store;"));

        Assert.Equal(["src/DtPipeline.Core/Texts/Fold.cs: T.Fold is public, and no other project names it: make it internal"], NamingRules.PublicForNobody(code, Core));
    }

    [Theory]
    [InlineData("class Store { T.Fold? of; }")]
    [InlineData("class Store { int Do() => T.Fold.Number; }")]
    [InlineData("class Store { T.Shown? of; }")]
    public void APublicTypeThatAnotherProjectNamesOrWhoseSignaturesItSeesIsInOrder(string other)
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Core/Texts/Fold.cs", "namespace T; public class Fold { public const int Number = 1; } public class Shown { public Fold Of() => new(); }"),
            ("src/DtPipeline.Azure/Storage/Store.cs", other));

        Assert.DoesNotContain(NamingRules.PublicForNobody(code, Core), b => b.Contains("T.Fold ", StringComparison.Ordinal));
    }

    [Fact]
    public void ClassesThatTheHostCallsArePublicForIt()
    {
        var code = CodeBase.Of(("src/DtPipeline.Functions/Pages.cs", """
            using Microsoft.Azure.Functions.Worker;
            public class Pages { [Function("Page")] public void Page([TimerTrigger("0 0 0 * * *")] TimerInfo timer) { } }
            public class Other;
            """));

        Assert.Equal(
            ["src/DtPipeline.Functions/Pages.cs: Other is public, and no other project names it: make it internal"],
            NamingRules.PublicForNobody(code, "DtPipeline.Functions"));
    }

    [Fact]
    public void ATypeInAnotherNamespaceThanItsFolderIsTold()
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Core/Grids/Csv/Csv.cs", "namespace DtPipeline.Grids.Csv; class Good<T> { Good<string>? next; }"),
            ("src/DtPipeline.Core/Grids/Zip/Zip.cs", "namespace DtPipeline.Grids; class Zip { Zip? next; }"));

        Assert.Equal(
            ["src/DtPipeline.Core/Grids/Zip/Zip.cs: DtPipeline.Grids.Zip is not in the namespace of its folder, which ends in Grids.Zip"],
            NamingRules.StrayNamespaces(code, Core));
    }
}

using DtPipeline.Architecture.Tests.Code;

namespace DtPipeline.Architecture.Tests.Rules;

/// <summary>Code with one wrong arrow, for each way in which a line can name a type.</summary>
public sealed class FloorRulesTests
{
    private const string Core = "DtPipeline.Core";

    // Everything that a lower floor could name of a higher one.
    private static readonly (string Path, string Text) Upper = ("src/DtPipeline.Core/Alerts/Upper.cs", """
        namespace Up;
        public class Upper { public const int Number = 3; public static int Total => 4; public class Inner { public int Of(Upper u) => 5; } }
        public static class Extension { public static int Doubled(this int n) => 2 * n; public static Upper Raised(this int n) => new(); }
        public class MarkAttribute : System.Attribute;
        public interface IUpper;
        public enum Level { Low }
        """);

    [Theory]
    [InlineData("class Lower : Upper;")]
    [InlineData("class Lower : IUpper;")]
    [InlineData("class Lower<T> where T : Upper;")]
    [InlineData("[Mark] class Lower;")]
    [InlineData("class Lower { [Mark] int field; }")]
    [InlineData("class Lower { void Do([Mark] int parameter) { } }")]
    [InlineData("class Lower { Upper? field; }")]
    [InlineData("class Lower { System.Collections.Generic.List<Upper[]>? field; }")]
    [InlineData("class Lower { (int, Upper?) field; }")]
    [InlineData("class Lower { Upper.Inner? field; }")]
    [InlineData("class Lower { int Do() => 1.Doubled(); }")]
    [InlineData("class Lower { int Do() => Upper.Number; }")]
    [InlineData("class Lower { int Do() => Upper.Total; }")]
    [InlineData("class Lower { string Do() => nameof(Upper); }")]
    [InlineData("class Lower { System.Type Do() => typeof(Upper); }")]
    [InlineData("class Lower { bool Do(object o) => o is Upper; }")]
    [InlineData("class Lower { bool Do(object o) => o is Level.Low; }")]
    [InlineData("class Lower { void Do() { var raised = 1.Raised(); } }")]
    [InlineData("class Lower(int n) { object field = new Upper(); }")]
    [InlineData("class Lower { T? Do<T>() => default; object? Call() => Do<Upper>(); }")]
    public void EveryWayOfNamingATypeAboveIsAnArrowUp(string lower)
    {
        var code = CodeBase.Of(Upper, ("src/DtPipeline.Core/Texts/Lower.cs", $"using Up;\nnamespace Down;\n{lower}\n"));

        var found = Assert.Single(FloorRules.ArrowsUp(code, Core));

        Assert.StartsWith("upwards: Texts -> Alerts: Lower.cs:3 names Up.", found, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameWordsAreNoArrowUpFromAHigherFloor()
    {
        var code = CodeBase.Of(Upper, ("src/DtPipeline.Core/Answers/Answer.cs", "namespace Top; [Up.Mark] class Answer : Up.Upper { int Do() => Number; }"));

        Assert.Empty(FloorRules.ArrowsUp(code, Core));
        Assert.Empty(FloorRules.Circles(code, Core));
    }

    [Fact]
    public void ARoomThatNamesTheRootNamesOneAboveIt()
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Azure/PipelineServices.cs", "namespace Root; class PipelineServices { public const int N = 1; }"),
            ("src/DtPipeline.Azure/Moving/Export.cs", "namespace Room; class Export { int Do() => Root.PipelineServices.N; }"));

        Assert.Equal(
            ["upwards: Moving -> the root: Export.cs:1 names Root.PipelineServices"],
            FloorRules.ArrowsUp(code, "DtPipeline.Azure"));
    }

    [Fact]
    public void ACircleOfThreeFoldersIsToldArrowByArrow()
    {
        var code = CodeBase.Of(
            ("src/DtPipeline.Core/Grids/Grid.cs", "namespace G; class Grid { C.Csv? of; }"),
            ("src/DtPipeline.Core/Grids/Csv/Csv.cs", "namespace C; class Csv { Z.Zip? inside; }"),
            ("src/DtPipeline.Core/Grids/Zip/Zip.cs", "namespace Z; class Zip { G.Grid? made; T.Text? name; }"),
            ("src/DtPipeline.Core/Texts/Text.cs", "namespace T; class Text;"));

        Assert.Equal(
            [
                "in a circle: src/DtPipeline.Core/Grids -> src/DtPipeline.Core/Grids/Csv: Grid.cs:1 names C.Csv",
                "in a circle: src/DtPipeline.Core/Grids/Csv -> src/DtPipeline.Core/Grids/Zip: Csv.cs:1 names Z.Zip",
                "in a circle: src/DtPipeline.Core/Grids/Zip -> src/DtPipeline.Core/Grids: Zip.cs:1 names G.Grid",
            ],
            FloorRules.Circles(code, Core));
    }

    [Fact]
    public void ANewFolderMustBeGivenAFloor()
    {
        var code = CodeBase.Of(("src/DtPipeline.Core/Attic/Box.cs", "namespace A; class Box;"));

        Assert.Equal(["src/DtPipeline.Core/Attic/Box.cs stands on no floor: give its folder one in Plan.cs"], FloorRules.RoomsOnNoFloor(code, Core));
    }
}

using System.Text.RegularExpressions;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public partial class ScenarioFolderTests
{
    [Fact]
    public void EveryFolderOfAGroupHasReportsAndWhatIsExpectedOfThem()
    {
        var halves = Scenario.Names.Where(n => !new Scenario(n).IsWhole);

        Assert.Empty(halves);
    }

    [Fact]
    public void NoTwoGroupsHaveACaseOfOneName()
    {
        var doubled = Scenario.Names.GroupBy(CaseOf).Where(g => g.Count() > 1).SelectMany(g => g);

        Assert.Empty(doubled);
    }

    [Fact]
    public void EveryCaseThatSendersAreShownIsThere()
    {
        var shown = HyphenatedCode().Matches(Repository.Text("docs/reports.md")).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(Scenario.Names.Select(CaseOf)));
    }

    private static string CaseOf(string name) => name.Split('/')[1];

    [GeneratedRegex("`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`")]
    private static partial Regex HyphenatedCode();
}

using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Views;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Answers.Views;

public sealed class ViewClassTests
{
    [Fact]
    public void NoTwoClassesHaveOneMarkOneNameOrOneWord()
    {
        Assert.Equal(ViewClass.All.Count, ViewClass.All.Select(c => c.Mark).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ViewClass.All.Count, ViewClass.All.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ViewClass.All.Count, ViewClass.All.Select(c => c.Label.En).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ViewClass.All.Count, ViewClass.All.Select(c => c.Label.Vi).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void EveryStateOfAnObligationIsAClassWithAPatternOfItsOwn()
    {
        var states = Enum.GetValues<ObligationState>().Select(Obligation.NameOf).ToList();

        Assert.All(states, s => Assert.NotNull(ViewClass.Named(s)));
        Assert.Equal(states.Count, states.Select(s => SvgLook.Of($"tile {s}", "map")).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void MissingNilExemptAndNotComparableDifferInWordAndPattern()
    {
        ViewClass[] classes = [ViewClass.NoFigure, ViewClass.Nil, ViewClass.Exempt, ViewClass.NotComparable, ViewClass.Reported];

        Assert.Equal(classes.Length, classes.Select(c => SvgLook.Of($"tile {c.Name}", "map")).Distinct(StringComparer.Ordinal).Count());
    }
}

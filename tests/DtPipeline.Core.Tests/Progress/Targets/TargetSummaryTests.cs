using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Progress.Targets;

public sealed class TargetSummaryTests
{
    private static readonly DateOnly Today = new(2023, 7, 10);

    [Fact]
    public void GroupsTheNationAndOrganisationsStandBesideTheirTargets()
    {
        var standing = new TargetStanding(TargetStatus.AtRisk, 40, new DateOnly(2024, 12, 31), 10, 0.7, false, null);
        var figure = new RolledUp(30, "mean", 63, 63);
        var summary = new PeriodSummary(
            "2023-Q2",
            DateTimeOffset.UnixEpoch,
            [new("DG-05", "", "", "percent", [new("@provinces", figure, null, null), new("@ministries", figure, null, null)]) { RollUps = [new("@all", "nation", "", "", figure, null, null)] }],
            [],
            [new("P63-01", "", "", new Dictionary<string, OrganisationFigure> { ["DG-05"] = new(30, "A", null, null), ["DS-05"] = new(3, "A", null, null) }, [])]);
        var share = TheCatalogue.Indicator("DG-05");

        var shown = summary.WithTargets(
            TheCatalogue.Period("2023-Q2"),
            [share.Of("@provinces", "2023-Q1", 20, 30), share.Of("@all", "2023-Q1", 20, 30, 99)],
            [(("P63-01", "DG-05"), standing)],
            TheCatalogue.Default,
            Today);

        var indicator = Assert.Single(shown.Indicators);
        Assert.Equal([TargetStatus.OnTrack, null], indicator.Groups.Select(g => g.Target?.Status));
        Assert.Equal(30, indicator.RollUps[0].Target!.Last!.Value);
        Assert.Equal([standing, null], shown.Organisations[0].Values.Values.Select(v => v.Target));
    }

    [Fact]
    public void WhatAPageSaysStandsWhileTheFigureAndTheTargetAreTheSame()
    {
        var kept = new TargetStanding(TargetStatus.AtRisk, 40, new DateOnly(2024, 12, 31), 10, 0.7, false, null);
        var before = new StandingPage(DateTimeOffset.UnixEpoch, null, [.. new[] { ("P63-01", kept), ("P63-02", kept), ("P63-04", kept with { Target = 45 }), ("P63-06", null) }
            .Select(f => new StandingOrganisation(f.Item1, new Dictionary<string, StandingFigure> { ["DG-05"] = new(30, f.Item2) }))]);

        var unchanged = TargetSummary.Unchanged(before, Page(("P63-01", 30, null), ("P63-02", 31, null), ("P63-04", 30, null), ("P63-06", 30, null)), TheCatalogue.Period("2023-Q2"), TheCatalogue.Default);

        Assert.Equal([(("P63-01", "DG-05"), kept)], unchanged);
    }

    [Fact]
    public void OfAnOrganisationOnlyWhatHasATargetIsSaidInThePeriodsFrequency()
    {
        var series = new[] { TheCatalogue.Indicator("DG-05").Of("P63-01", "2023-Q1", 20, 22), TheCatalogue.Indicator("DS-05").Of("P63-01", "2023-Q1", 1, 2), TheCatalogue.Indicator("DG-01").Of("P63-01", "2023-05", 1, 2) };

        var (indicator, standing) = Assert.Single(TargetSummary.StandingsOf(series, TheCatalogue.Period("2023-Q2"), TheCatalogue.Default, Today));

        Assert.Equal(("DG-05", TargetStatus.AtRisk, 40, 18), (indicator, standing.Status, standing.Target, standing.Gap));
    }

    private static PeriodSummary Page(params (string Organisation, double Value, TargetStanding? Target)[] figures) => new(
        "2023-Q2", DateTimeOffset.UnixEpoch, [], [], [.. figures.Select(f => new OrganisationSummary(
            f.Organisation, "", "", new Dictionary<string, OrganisationFigure> { ["DG-05"] = new(f.Value, "A", null, null) { Target = f.Target } }, []))]);
}

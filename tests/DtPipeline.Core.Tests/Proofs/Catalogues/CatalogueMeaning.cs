using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Progress;
using DtPipeline.Progress.Targets;

namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <summary>What a catalogue in force must mean, so that nobody is taken for another, nothing is due before it can be there, and no figure is out of reach.</summary>
internal static class CatalogueMeaning
{
    private const int MostDaysFromPeriod = 400;

    private static readonly DateOnly Today = new(2025, 7, 10);

    public static void Check(ReportingCatalogue catalogue)
    {
        Assert.All(catalogue.Organisations, o => Check(o, catalogue));
        Assert.All(catalogue.Indicators, i => Check(i, catalogue));
        Assert.All(catalogue.Forms, f => Check(f, catalogue));
        Assert.All(catalogue.Targets, t => Check(t, catalogue));
    }

    private static void Check(Target target, ReportingCatalogue catalogue)
    {
        var indicator = catalogue.FindIndicator(target.Indicator)!;
        var now = Period.Containing(indicator.Frequency, Today);
        Assert.Contains(catalogue.Organisations, o => o.IsIn(target.Whose));
        Assert.Contains(
            TargetRule.AllOf(new Series(indicator, target.Whose, [new(now.Previous, 0, "A"), new(now, 1, "A")]), catalogue, Today), t => t.Target == target.Value && t.Due == target.Due);
    }

    private static void Check(Organisation organisation, ReportingCatalogue catalogue)
    {
        var day = organisation.ValidTo ?? organisation.ValidFrom ?? Today;
        Assert.True(organisation.IsValidOn(day), "never valid");
        Assert.Equal(organisation.Code, catalogue.Names.FindOrganisation(organisation.NameVi, day)?.Code);
        Assert.Equal(organisation.Code, catalogue.Names.FindOrganisation(organisation.NameEn, day)?.Code);
        var steps = 0;
        for (var code = organisation.SuccessorCode; code is not null; code = catalogue.FindOrganisation(code)!.SuccessorCode)
        {
            Assert.NotNull(catalogue.FindOrganisation(code));
            Assert.True(++steps <= catalogue.Organisations.Count, "its successors come round");
        }
    }

    private static void Check(Indicator indicator, ReportingCatalogue catalogue)
    {
        Assert.False(indicator.Minimum > indicator.Maximum, "no value is possible");
        Assert.False(indicator.TargetValue < indicator.Minimum || indicator.TargetValue > indicator.Maximum, "the target is out of reach");
        Assert.False(indicator is { TargetDue: not null, TargetValue: null }, "a day without a target");
        Assert.All(new[] { indicator.Minimum, indicator.Maximum, indicator.TargetValue, indicator.MoveThreshold }, n => Assert.True(n is null || double.IsFinite(n.Value)));
        Assert.Equal(indicator.Kind == IndicatorKind.Flag, indicator.Unit == "yes_no");
        Assert.NotNull(catalogue.Names.FindIndicator(indicator.NameVi, indicator.ValidTo ?? Today));
    }

    private static void Check(Form form, ReportingCatalogue catalogue)
    {
        var period = form.IsOwed(Period.Containing(form.Frequency, Today)) ? Period.Containing(form.Frequency, Today) : form.OwedFrom;
        Assert.True(form.IsOwed(period), "never owed");
        var due = DueDay.Of(form, period, catalogue);
        Assert.InRange(due.Nominal.DayNumber - period.LastDay.DayNumber, -MostDaysFromPeriod, MostDaysFromPeriod);
        var regime = Assert.Single(catalogue.Regimes, r => form.IsUnder(r) && r.AppliesTo(period));
        Assert.True(regime.DataFrom.From(period.FirstDay) <= regime.DataTo.From(period.LastDay) && regime.DataTo.From(period.LastDay) <= due.Nominal, "due before its data end");
        Assert.All(form.Indicators, i => Assert.Equal(form.Frequency, catalogue.FindIndicator(i.Indicator)!.Frequency));
        Assert.Contains(catalogue.Organisations, o => o.IsIn(form.OwedBy));
    }
}

using System.Text.Json;
using DtPipeline.Answers.Models;

namespace DtPipeline.Core.Tests.Answers.Models;

public sealed class FormFoldTests
{
    [Fact]
    public void AFormHasItsPeriodsTheNewestFirstWithEverybodysStateAndTheChangeOfItsRates()
    {
        var model = Model(null, "2025-Q2", "2025-Q3");

        Assert.Equal(["2025-Q3", "2025-Q2"], model.Periods.Select(p => p.Period));
        Assert.Equal((34, 63), (model.Periods[0].Cells!.Count, model.Periods[1].Cells!.Count));
        Assert.All(model.Periods, p => Assert.Equal(p.States.Values.Sum(), p.Cells!.Count));
        Assert.All(model.Periods, p => Assert.All(p.States, s => Assert.Equal(s.Value, p.Cells!.Count(c => c.State == s.Key))));
        Assert.Equal(new RateChange("2025-Q2", 0, 0, 0), model.Periods[0].Change);
        Assert.Null(model.Periods[1].Change);
        Assert.Equal(97, model.Organisations.Count);
    }

    [Fact]
    public void WhatIsSaidOfAPeriodStandsInPlaceOfWhatWasKnownOfIt()
    {
        var model = Model(Model(null, "2025-Q2"), "2025-Q3", "2025-Q2");

        Assert.Equal(JsonSerializer.Serialize(Model(null, "2025-Q2", "2025-Q3")), JsonSerializer.Serialize(model));
        Assert.Equal(["2025-Q3"], FormFold.With(model, TheCatalogue.Form("PROV-Q"), new Dictionary<string, FormPeriod?> { ["2025-Q2"] = null }, TheCatalogue.Default).Periods.Select(p => p.Period));
    }

    [Fact]
    public void TheIndexHasTheRatesOfTheNewestPeriodsAndNobodysState()
    {
        var index = FormFold.With(null, [FormFold.LineOf(Model(null, "2025-Q2", "2025-Q3"))], TheCatalogue.Default);

        var form = Assert.Single(index.Forms);
        Assert.Equal(("PROV-Q", 2, 0), (form.Form, form.Periods.Count, form.Organisations.Count));
        Assert.All(form.Periods, p => Assert.Null(p.Cells));
        Assert.Equal(JsonSerializer.Serialize(index), JsonSerializer.Serialize(FormFold.With(index, [], TheCatalogue.Default)));
    }

    [Fact]
    public void PeriodsAreListedTheNewestFirst()
    {
        string[] periods = ["2025-Q2", "2025-Q4", "2025-Q3"];
        var lines = periods.Select(p => PeriodFold.LineOf(DrawnSummaries.Of(p), TheCatalogue.Period(p))).ToList();

        var index = PeriodFold.With(PeriodFold.With(null, lines), [lines[0] with { Reporting = 7 }]);

        Assert.Equal(["2025-Q4 0", "2025-Q3 0", "2025-Q2 7"], index.Periods.Select(p => FormattableString.Invariant($"{p.Period} {p.Reporting}")));
    }

    private static FormModel Model(FormModel? known, params string[] periods) => FormFold.With(
        known, TheCatalogue.Form("PROV-Q"), periods.Select(p => DrawnSummaries.Of(p)).ToDictionary(s => s.Period, s => FormFold.Cut(s).GetValueOrDefault("PROV-Q")), TheCatalogue.Default);
}

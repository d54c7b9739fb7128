using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Deadlines;

public sealed class DueDayTests
{
    [Theory]
    [InlineData("ND09-2019", "2024-06", "2024-06-25", "2024-06-25")]
    [InlineData("ND09-2019", "2024-05", "2024-05-25", "2024-05-27")]
    [InlineData("ND09-2019", "2025-01", "2025-01-25", "2025-02-03")]
    [InlineData("ND09-2019", "2023-Q1", "2023-03-25", "2023-03-27")]
    [InlineData("ND09-2019", "2023-Q2", "2023-06-25", "2023-06-26")]
    [InlineData("ND09-2019", "2024-Q2", "2024-06-25", "2024-06-25")]
    [InlineData("ND09-2019", "2025-S1", "2025-06-25", "2025-06-25")]
    [InlineData("ND09-2019", "2027-S2", "2027-12-25", "2027-12-27")]
    [InlineData("ND09-2019", "2024", "2024-12-25", "2024-12-25")]
    [InlineData("ND09-2019", "2027", "2027-12-25", "2027-12-27")]
    [InlineData("TT02-2023", "2024-03", "2024-03-15", "2024-03-15")]
    [InlineData("TT02-2023", "2024-06", "2024-06-15", "2024-06-17")]
    [InlineData("TT02-2023", "2024-Q1", "2024-03-06", "2024-03-06")]
    [InlineData("TT02-2023", "2025-Q3", "2025-09-06", "2025-09-08")]
    [InlineData("TT02-2023", "2024-S1", "2024-06-06", "2024-06-06")]
    [InlineData("TT02-2023", "2026-S2", "2026-12-06", "2026-12-07")]
    [InlineData("TT02-2023", "2024", "2024-11-25", "2024-11-25")]
    [InlineData("TT02-2023", "2028", "2028-11-25", "2028-11-27")]
    public void FollowsFromTheRegimeAndThePeriod(string regime, string period, string nominal, string effective)
    {
        var of = TheCatalogue.Period(period);

        var due = DueDay.Of(TheCatalogue.Form("PROV-Q") with { Regime = regime, Frequency = of.Frequency }, of, TheCatalogue.Default);

        Assert.Equal((nominal, effective), ($"{due.Nominal:O}", $"{due.Effective:O}"));
    }

    [Fact]
    public void StaysOnAWeekendWhereTheRegimeDoesNotRollOver()
    {
        var catalogue = TheCatalogue.Small().Catalogue!;

        var due = DueDay.Of(catalogue.Forms[0], TheCatalogue.Period("2023-Q2"), catalogue);

        Assert.Equal(new DueDay(new DateOnly(2023, 6, 25), new DateOnly(2023, 6, 25)), due);
    }

    [Fact]
    public void ChangesWithTheRegimesLineThatIsValidForThePeriod()
    {
        var old = TheCatalogue.Default.Regimes.First(r => r.Frequency == Frequency.Quarterly) with { ValidTo = new DateOnly(2023, 6, 30) };
        var changed = old with { Due = new DayRule(5, 1), ValidFrom = new DateOnly(2023, 7, 1), ValidTo = null };
        var catalogue = new ReportingCatalogue([], [], [], [old, changed], [], TheCatalogue.Default.Calendar);

        Assert.Equal(new DateOnly(2023, 6, 25), DueDay.Of(TheCatalogue.Form("PROV-Q"), TheCatalogue.Period("2023-Q2"), catalogue).Nominal);
        Assert.Equal(new DateOnly(2023, 10, 5), DueDay.Of(TheCatalogue.Form("PROV-Q"), TheCatalogue.Period("2023-Q3"), catalogue).Nominal);
    }

    [Fact]
    public void AGapInTheRegimesNamesWhatToAdd()
    {
        var form = TheCatalogue.Form("PROV-Q") with { Regime = "TT02-2023" };

        var error = Assert.Throws<InvalidOperationException>(() => DueDay.Of(form, TheCatalogue.Period("2023-Q1"), TheCatalogue.Default));

        Assert.Equal(
            "No line of regime TT02-2023 in regimes.csv is valid for 2023-Q1, which form PROV-Q owes. Add one, or move the form's owed_from.",
            error.Message);
    }
}

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

    [Theory]
    [InlineData("2022-12-31", "2023-01-03", true)]
    [InlineData("2023-12-30", "2024-01-01", true)]
    [InlineData("2023-06-24", "2023-06-26", false)]
    public void IsProvisionalWhereEitherOfItsDaysLiesInAYearWhoseDaysOffAreNotAnnounced(string nominal, string effective, bool isProvisional)
    {
        var day = DateOnly.ParseExact(nominal, "O");
        var regime = TheCatalogue.Default.Regimes.First(r => r.Frequency == Frequency.Monthly) with { Due = new DayRule(day.Day, 0), ValidFrom = DateOnly.MinValue, ValidTo = null };
        var calendar = new WorkingCalendar(new Dictionary<DateOnly, bool> { [new DateOnly(2023, 1, 2)] = true }, new HashSet<int> { 2023 });
        var catalogue = new ReportingCatalogue([], [], [], [regime], [], calendar);

        var due = DueDay.Of(TheCatalogue.Form("PROV-M") with { Regime = regime.Code }, TheCatalogue.Period(nominal[..7]), catalogue);

        Assert.Equal((nominal, effective, isProvisional), ($"{due.Nominal:O}", $"{due.Effective:O}", due.IsProvisional));
    }

    [Fact]
    public void IsNeverProvisionalWhereNoDayOffMovesIt()
    {
        var catalogue = TheCatalogue.Small().Catalogue!;
        var regime = catalogue.Regimes[0];

        var due = DueDay.Of(catalogue.Forms[0], TheCatalogue.Period("2023-Q2"), new ReportingCatalogue([], [], [], [regime], [], new WorkingCalendar(new Dictionary<DateOnly, bool>(), new HashSet<int>())));

        Assert.Equal((RollOver.None, false), (regime.RollOver, due.IsProvisional));
    }

    /// <summary>The days off of 2028 are not announced: 2028-03 is due on Saturday 25 March, and so on Monday the 27th unless that turns out to be a day off.</summary>
    [Theory]
    [InlineData("2028-03-26", "2028-03-27", true)]
    [InlineData("2028-03-28", "2028-03-28", false)]
    public void MoreTimeIsGrantedToADayThatNothingMoves(string until, string effective, bool isProvisional)
    {
        var catalogue = Granted($"PROV-M,P34-01,2028-03,extension,{until},QĐ 1,2028-03-20,Bão");

        var due = DueDay.Of(catalogue.Forms.Single(f => f.Code == "PROV-M"), catalogue.FindOrganisation("P34-01")!, TheCatalogue.Period("2028-03"), catalogue);

        Assert.Equal((effective, isProvisional), ($"{due.Effective:O}", due.IsProvisional));
    }

    [Fact]
    public void WhoNeedNotFileIsExemptAndNotAwaited()
    {
        var catalogue = Granted("PROV-M,P34-01,2025-09,exemption,,QĐ 1,2025-09-20,Bão");

        var obligation = ObligationRule.Decide(
            catalogue.Forms.Single(f => f.Code == "PROV-M"), catalogue.FindOrganisation("P34-01")!, TheCatalogue.Period("2025-09"), null, new DateOnly(2025, 10, 1), catalogue);

        Assert.Equal((ObligationState.Exempt, false, EvidenceState.NotRequired), (obligation.State, obligation.IsAwaited, obligation.Evidence));
    }

    private static ReportingCatalogue Granted(string line) => CatalogueReader.Read(
        name => name == "grants.csv" ? $"form,organisation,period,kind,until,granted_by,granted_on,reason\n{line}\n" : DefaultCatalogue.TextOf(name)).Catalogue!;

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

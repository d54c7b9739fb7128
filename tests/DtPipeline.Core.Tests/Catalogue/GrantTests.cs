using DtPipeline.Catalogue;
using DtPipeline.Deadlines;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>Grants of the small catalogue's one form, due on 25 June 2023 for 2023-Q2.</summary>
public sealed class GrantTests
{
    private const string Header = "form,organisation,period,kind,until,granted_by,granted_on,reason\n";

    [Theory]
    [InlineData("FORM,N,2023-Q2,extension,2023-07-05,QĐ 12/QĐ-UBQG,2023-06-20,Bão số 1", "2023-07-05")]
    [InlineData("FORM,N,2023-Q2,extension,2023-06-25,QĐ 12/QĐ-UBQG,2023-06-20,Bão số 1", "2023-06-25")]
    [InlineData("FORM,S,2023-Q2,extension,2023-07-05,QĐ 12/QĐ-UBQG,2023-06-20,Bão số 1", "2023-06-25")]
    [InlineData("FORM,N,2023-Q3,extension,2023-10-05,QĐ 12/QĐ-UBQG,2023-06-20,Bão số 1", "2023-06-25")]
    public void AnExtensionMovesTheDueDayOfItsOwnObligationAndNeverToAnEarlierOne(string line, string due)
    {
        var catalogue = Granting(line);

        Assert.Equal(
            (new DateOnly(2023, 6, 25), due),
            (Due(catalogue, "N").Nominal, $"{Due(catalogue, "N").Effective:O}"));
    }

    [Theory]
    [InlineData("FORM,N,2023-Q2,exemption,,QĐ 12/QĐ-UBQG,2023-06-20,Mới sáp nhập", "2023-12-31", "Exempt")]
    [InlineData("FORM,S,2023-Q2,exemption,,QĐ 12/QĐ-UBQG,2023-06-20,Mới sáp nhập", "2023-12-31", "Missing")]
    [InlineData("FORM,N,2023-Q2,exemption,2023-08-31,QĐ 12/QĐ-UBQG,2023-06-20,Mới sáp nhập", "2023-08-31", "Exempt")]
    [InlineData("FORM,N,2023-Q2,exemption,2023-08-31,QĐ 12/QĐ-UBQG,2023-06-20,Mới sáp nhập", "2023-09-01", "Missing")]
    public void AnExemptionHoldsForItsOwnObligationUntilItsLastDay(string line, string today, string state)
    {
        var catalogue = Granting(line);

        var obligation = ObligationRule.Decide(
            catalogue.Forms[0], catalogue.FindOrganisation("N")!, TheCatalogue.Period("2023-Q2"), facts: null, DateOnly.ParseExact(today, "O", null), catalogue);

        Assert.Equal(state, obligation.State.ToString());
    }

    [Fact]
    public void OfTwoGrantsTheLaterOneHolds()
    {
        var catalogue = Granting(
            "FORM,N,2023-Q2,extension,2023-07-20,QĐ 13/QĐ-UBQG,2023-06-22,Bão số 2",
            "FORM,N,2023-Q2,extension,2023-07-05,QĐ 12/QĐ-UBQG,2023-06-20,Bão số 1");

        Assert.Equal(new DateOnly(2023, 7, 20), Due(catalogue, "N").Effective);
    }

    [Theory]
    [InlineData("FORM,N,2023-Q2,closure,,Tổ thư ký,2023-08-01,Đã giải thể", "Missing", false)]
    [InlineData("FORM,S,2023-Q2,closure,,Tổ thư ký,2023-08-01,Đã giải thể", "Missing", true)]
    [InlineData("FORM,N,2023-Q2,closure,,Tổ thư ký,2023-06-01,Đã giải thể", "Missing", true)]
    public void AClosureStopsTheWaitingForItsOwnObligationUntilALaterGrantAndTheReportStaysMissing(string line, string state, bool isAwaited)
    {
        var catalogue = Granting("FORM,N,2023-Q2,extension,2023-07-05,QĐ 12,2023-06-20,Bão", line);

        var obligation = ObligationRule.Decide(
            catalogue.Forms[0], catalogue.FindOrganisation("N")!, TheCatalogue.Period("2023-Q2"), facts: null, new DateOnly(2023, 8, 2), catalogue);

        Assert.Equal((state, isAwaited, new DateOnly(2023, 7, 5)), (obligation.State.ToString(), obligation.IsAwaited, obligation.Due.Effective));
    }

    [Theory]
    [InlineData("FROM,N,2023-Q2,extension,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: form 'FROM' is not in forms.csv")]
    [InlineData("FORM,X,2023-Q2,extension,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: organisation 'X' is not in organisations.csv")]
    [InlineData("FORM,MIN,2023-Q2,extension,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: MIN does not owe FORM for 2023-Q2")]
    [InlineData("FORM,N,2023-06,extension,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: N does not owe FORM for 2023-06")]
    [InlineData("FORM,N,2023-Q2,delay,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: kind is 'delay', expected extension, exemption, closure")]
    [InlineData("FORM,N,2023-Q2,extension,,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: until is empty; an extension needs the last day on which the report is on time")]
    [InlineData("FORM,N,2023-Q2,closure,2023-07-05,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: until is '2023-07-05'; a closure has no end: leave it empty, and take the line out should the report be awaited again")]
    [InlineData("FORM,N,2023-Q2,extension,05/07/2023,QĐ 12,2023-06-20,Bão", "grants.csv, line 3: until is '05/07/2023', expected a day like 2025-06-30")]
    [InlineData("FORM,N,2023-Q2,extension,2023-07-05,,2023-06-20,Bão", "grants.csv, line 3: granted_by is empty")]
    [InlineData("FORM,N,2023-Q2,extension,2023-07-05,QĐ 12,2023-06-20,", "grants.csv, line 3: reason is empty")]
    public void AWrongLineIsToldAndCostsOnlyItself(string line, string problem)
    {
        var reading = TheCatalogue.SmallWithFile("grants.csv", $"{Header}FORM,S,2023-Q2,extension,2023-07-20,QĐ 1,2023-06-20,Bão\n{line}\n");

        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
        Assert.Equal(new DateOnly(2023, 7, 20), Due(reading.Catalogue!, "S").Effective);
        Assert.Equal(new DateOnly(2023, 6, 25), Due(reading.Catalogue!, "N").Effective);
    }

    private static DueDay Due(ReportingCatalogue catalogue, string organisation) =>
        DueDay.Of(catalogue.Forms[0], catalogue.FindOrganisation(organisation)!, TheCatalogue.Period("2023-Q2"), catalogue);

    private static ReportingCatalogue Granting(params string[] lines)
    {
        var reading = TheCatalogue.SmallWithFile("grants.csv", Header + string.Join('\n', lines));

        Assert.Empty(reading.Problems);
        return reading.Catalogue!;
    }
}

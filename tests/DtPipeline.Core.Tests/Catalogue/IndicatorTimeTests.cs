using System.Text;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>What is asked for from a day on is not asked of the past, and what has ended is asked of it still.</summary>
public sealed class IndicatorTimeTests
{
    private const string Indicators = "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,owner,cumulative,min,max,target_value,target_due,move_threshold,valid_from,valid_to\n";

    private static readonly string[] Quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];

    [Theory]
    [InlineData("N", "2025-Q2", 1)]
    [InlineData("NS", "2025-Q3", 2)]
    public void ANewlyRequiredIndicatorIsRequiredFromThenOn(string organisation, string period, int required)
    {
        var catalogue = Read("form_indicators.csv", "form,indicator,required,valid_from,valid_to\nFORM,SHARE,yes,,\nFORM,HEADS,no,,2025-08-31\nFORM,HEADS,yes,2025-09-01,\n");

        Assert.Equal(required, Decide(catalogue, organisation, period).Required);
    }

    [Theory]
    [InlineData("N", "2025-Q2", 1)]
    [InlineData("NS", "2025-Q3", 2)]
    public void AnIndicatorIsRequiredFromTheFirstPeriodThatEndsOnItsFirstDayOrLater(string organisation, string period, int required)
    {
        var catalogue = Read(
            ("indicators.csv", Indicators + "SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,,no,0,100,,,,,\nHEADS,Heads,Số người,count,stock,quarterly,sum,organisation,,no,0,,,,,2025-09-30,\n"),
            ("form_indicators.csv", "form,indicator,required\nFORM,SHARE,yes\nFORM,HEADS,yes\n"));

        Assert.Equal(required, Decide(catalogue, organisation, period).Required);
    }

    [Fact]
    public void AReportOfThePastIsCompleteWithoutWhatIsNewlyRequired()
    {
        var catalogue = Read("form_indicators.csv", "form,indicator,required,valid_from,valid_to\nFORM,SHARE,yes,,\nFORM,HEADS,yes,2025-09-01,\n");
        var state = Taken(catalogue, "N/2025-Q2/a.csv", "SHARE,không có");

        var obligation = ObligationRule.Decide(catalogue.Forms[0], catalogue.FindOrganisation("N")!, TheCatalogue.Period("2025-Q2"), state.Facts, new DateOnly(2025, 7, 1), catalogue);

        Assert.Equal((ObligationState.Nil, 1, 1), (obligation.State, obligation.Provided, obligation.Required));
    }

    [Fact]
    public void WhatAFormAsksForOnlyLaterIsNoAnswerToItAndIsStoredAllTheSame()
    {
        var catalogue = Read("form_indicators.csv", "form,indicator,required,valid_from,valid_to\nFORM,SHARE,yes,,\nFORM,HEADS,yes,2025-09-01,\n");
        var report = Send(catalogue, "N/2025-Q2/a.csv", "HEADS,5").Report;

        Assert.Equal(["indicator.not_owed"], report.Faults.Select(f => f.Code));
        Assert.Equal(5, Assert.Single(report.Cells).Value);
        Assert.Empty(Taken(catalogue, "N/2025-Q2/a.csv", "HEADS,5").FirstAccepted);
    }

    [Fact]
    public void AnIndicatorBeforeItsFirstDayIsAnError()
    {
        var catalogue = Read("indicators.csv", Indicators + "SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,,no,0,100,,,,,\nHEADS,Heads,Số người,count,stock,quarterly,sum,organisation,,no,0,,,,,2025-09-30,\n");

        Expect.OneFault(
            Send(catalogue, "N/2025-Q2/a.csv", "HEADS,5").Report.Faults, "indicator.not_begun", 2, "indicator",
            "Chỉ tiêu «HEADS» chỉ được báo cáo từ ngày 2025-09-30.",
            "The indicator 'HEADS' is reported only from 2025-09-30 on.");
    }

    [Theory]
    [InlineData("N/2025-Q2/a.csv", "OLD")]
    [InlineData("NS/2025-Q3/a.csv", "NEW")]
    public void ANameThatHasPassedToANewCodeIsReadAsOfThePeriod(string path, string code)
    {
        var catalogue = Read(
            ("indicators.csv", Indicators + "OLD,Schools,Số trường,count,stock,quarterly,sum,organisation,,no,0,,,,,,2025-06-30\nNEW,Schools,Số trường,percent,ratio,quarterly,mean,organisation,,no,0,100,,,,2025-07-01,\n"),
            ("form_indicators.csv", "form,indicator,required\nFORM,OLD,yes\nFORM,NEW,yes\n"));

        Assert.Equal(code, Assert.Single(Send(catalogue, path, "Số trường,5").Report.Cells).Indicator.Code);
    }

    [Fact]
    public void ARegimeThatChangesChangesNoDueDayBeforeIt()
    {
        const string Header = "code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to\n";
        var catalogue = Read("regimes.csv", Header + "RULE,quarterly,15,-1,14,0,25,0,none,2019-03-12,2025-06-30\nRULE,quarterly,15,-1,14,0,5,1,none,2025-07-01,\n");

        Assert.Equal(
            [new DateOnly(2025, 3, 25), new DateOnly(2025, 6, 25), new DateOnly(2025, 10, 5), new DateOnly(2026, 1, 5)],
            Quarters.Select(p => DueDay.Of(catalogue.Forms[0], TheCatalogue.Period(p), catalogue).Effective));
    }

    [Theory]
    [InlineData("FORM,HEADS,yes,2025-07-01,", "form_indicators.csv, line 4: indicator 'HEADS' of form 'FORM' is there twice at the same time")]
    [InlineData("FORM,SPARE,yes,2025-07-01,2025-06-30", "form_indicators.csv, line 4: valid_from 2025-07-01 is after valid_to 2025-06-30; exchange them, or mend the wrong one")]
    public void AWrongLineIsRefused(string line, string problem) => Assert.Equal(
        [problem],
        TheCatalogue.SmallWithFile("form_indicators.csv", $"form,indicator,required,valid_from,valid_to\nFORM,SHARE,yes,,\nFORM,HEADS,no,,2025-12-31\n{line}\n").Problems.Select(p => p.ToString()));

    [Fact]
    public void AFormThatAsksForNothingAtFirstIsRefused() => Assert.Equal(
        ["forms.csv, line 2: form 'FORM' asks for no indicator in 2023-Q1; end it with owed_to, or give it an indicator that is reported then"],
        TheCatalogue.SmallWithFile("form_indicators.csv", "form,indicator,required,valid_from,valid_to\nFORM,SHARE,yes,2025-01-01,\n").Problems.Select(p => p.ToString()));

    private static Obligation Decide(ReportingCatalogue catalogue, string organisation, string period) => ObligationRule.Decide(
        catalogue.Forms[0], catalogue.FindOrganisation(organisation)!, TheCatalogue.Period(period), null, new DateOnly(2025, 10, 1), catalogue);

    private static Filing Send(ReportingCatalogue catalogue, string path, string row)
    {
        var content = Encoding.UTF8.GetBytes($"indicator,value\n{row}\n");
        return FilingReader.Read(new ReceivedFile("f", path, "h", new DateTimeOffset(2025, 9, 20, 0, 0, 0, TimeSpan.Zero), content, content.Length), catalogue, content.Length);
    }

    private static LedgerState Taken(ReportingCatalogue catalogue, string path, string row) => LedgerFold.Apply(LedgerState.Empty, Send(catalogue, path, row), catalogue).After;

    private static ReportingCatalogue Read(string file, string text) => Read((file, text));

    private static ReportingCatalogue Read(params (string File, string Text)[] files)
    {
        var reading = TheCatalogue.SmallWithFiles(files);
        Assert.Empty(reading.Problems);
        return reading.Catalogue!;
    }
}

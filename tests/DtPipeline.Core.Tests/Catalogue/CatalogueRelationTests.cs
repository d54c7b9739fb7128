using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>Cells that are right one by one and cannot be right together: the line, what is wrong, and what to do.</summary>
public sealed class CatalogueRelationTests
{
    [Theory]
    [InlineData("X,province,Name,Tên,2025-07-02,2025-07-01,,,,", "line 7: valid_from 2025-07-02 is after valid_to 2025-07-01; exchange them, or mend the wrong one")]
    [InlineData("X,province,Name,Tên,,9999-12-31,,,,", "line 7: valid_to is '9999-12-31', expected a day from 1900-01-01 to 2199-12-31; leave it empty where there is none")]
    [InlineData("X,province,Name,Tên,,2025-06-30,Q,,,", "line 7: successor_code 'Q' is not in organisations.csv; add a line for it, or leave successor_code empty")]
    [InlineData("X,province,Name,Tên,,2025-06-30,X,,,", "line 7: successor_code 'X' is its own code; name who takes over, or leave it empty")]
    [InlineData("X,province,Name,Tên,,,NS,,,", "line 7: successor_code is 'NS' but valid_to is empty; write the last day of 'X', or take the successor out")]
    [InlineData("X,province,Name,Tên,,2025-06-30,N,,,", "line 7: successor_code 'N' exists until 2025-06-30 and so no longer than 'X'; name who goes on after 2025-06-30")]
    [InlineData("X,province,Name,-,,,,,,", "line 7: name_vi is '-', expected a name with letters or digits")]
    [InlineData("X,province,Name,bắc,2025-01-01,,,,,", "line 7: the name or code 'bac' is also that of 'N' (line 2) at the same time; write what tells them apart, or end one the day before the other begins")]
    [InlineData("X,province,Name,Tên,2025-01-01,,,,,Tỉnh Miền Nam", "line 7: the name or code 'mien nam' is also that of 'S' (line 3) at the same time; write what tells them apart, or end one the day before the other begins")]
    [InlineData("X,province,Name,Tên,2025-06-30,,,02,,", "line 7: the name or code '02' is also that of 'S' (line 3) at the same time; write what tells them apart, or end one the day before the other begins")]
    public void OfOrganisations(string line, string problem) => HasTheProblem("organisations.csv", line, problem);

    [Fact]
    public void OfSuccessorsInARing() => Assert.Equal(
        [
            "organisations.csv, line 7: the successors come round to itself: X, Y, X; leave successor_code of the last of them empty",
            "organisations.csv, line 8: the successors come round to itself: Y, X, Y; leave successor_code of the last of them empty",
        ],
        TheCatalogue.SmallWith("organisations.csv", "X,province,A,A,,2024-12-31,Y,,,\nY,province,B,B,,2025-12-31,X,,,").Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("A,province,A,A,,,,,,,,Đông", "line 2: region_vi is 'Đông' but region is empty; write the region's name in English too")]
    [InlineData("A,province,A,A,,,,,,,East,Đông\nB,province,B,B,,,,,,,East,Phía Đông", "line 3: region_vi of 'East' is 'Phía Đông', but 'Đông' on line 2; write one name")]
    [InlineData("A,province,A,A,,,,,,,East,Đông\nB,province,B,B,,,,,,,East,", "line 3: region_vi of 'East' is 'East', but 'Đông' on line 2; write one name")]
    [InlineData("A,province,A,A,,,,,,,--,", "line 2: region is '--', expected a name with letters or digits")]
    public void OfRegions(string lines, string problem)
    {
        var header = "code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases,region,region_vi";

        Assert.Contains($"organisations.csv, {problem}", TheCatalogue.SmallWithFile("organisations.csv", $"{header}\n{lines}\n").Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void TwoOfOneNameOneAfterTheOtherAreNotConfused() =>
        Assert.Empty(TheCatalogue.SmallWith("organisations.csv", "X,province,North,Bắc,2025-07-01,,,,,").Problems);

    [Theory]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,10,5,,,,", "line 5: min 10 is above max 5; exchange them, or mend the wrong one")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,NaN,,,,,", "line 5: min is 'NaN', expected a number")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,,1e999,,,,", "line 5: max is '1e999', expected a number")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,,,,2025-12-31,,", "line 5: target_due is 2025-12-31 but target_value is empty; write the target, or leave both empty")]
    [InlineData("X,Name,Tên,percent,ratio,quarterly,mean,organisation,no,0,100,120,,,", "line 5: target_value 120 is not within min and max, so that no report can reach it; mend the wrong one")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,,,,,-5,", "line 5: move_threshold is -5, expected a number above 0, or nothing where no change is told")]
    [InlineData("X,Name,Tên,count,flag,quarterly,count_yes,organisation,no,,,,,,", "line 5: the kind flag and the unit yes_no go with each other alone; mend kind or unit")]
    [InlineData("X,Name,Tên,yes_no,stock,quarterly,sum,organisation,no,,,,,,", "line 5: the kind flag and the unit yes_no go with each other alone; mend kind or unit")]
    [InlineData("X,Name,Tên,count,stock,quarterly,count_yes,organisation,no,,,,,,", "line 5: aggregation count_yes counts flags; choose another, or the kind flag")]
    [InlineData("X,Name,Tên,score,ratio,quarterly,weighted_mean,organisation,no,,,,,,", "line 5: aggregation weighted_mean gives percent; choose mean, or the unit percent")]
    [InlineData("X,Name,Tên,percent,ratio,quarterly,sum,organisation,no,,,,,,", "line 5: a sum of the unit percent means nothing; choose another aggregation")]
    [InlineData("X,heads,Tên,count,stock,quarterly,sum,organisation,no,,,,,,", "line 5: the name 'heads' is also that of 'HEADS' (line 3) at the same time; write what tells them apart, or end one the day before the other begins")]
    public void OfIndicators(string line, string problem) => HasTheProblem("indicators.csv", line, problem);

    [Theory]
    [InlineData("50,,", "anomaly_confidence is 50, expected a percentage from 90 to below 100, or 0 where the usual range is not to be looked at; leave it empty for what is usual")]
    [InlineData(",0,", "anomaly_floor is 0, expected a percentage above 0 and at most 100; leave it empty for what is usual")]
    [InlineData(",,1", "anomaly_factor is 1, expected a number from 2 on, or 0 where slips of the unit are not to be looked for; leave it empty for what is usual")]
    [InlineData(",,viele", "anomaly_factor is 'viele', expected a number")]
    public void OfThresholdsOfDoubt(string cells, string problem) =>
        Assert.Equal($"indicators.csv, line 2: {problem}", WithThresholds(cells).Problems[0].ToString());

    [Fact]
    public void ThresholdsOfDoubtAreTheIndicatorsOwnOrWhatIsUsual()
    {
        Assert.Equal(new AnomalyThresholds(99, 10, 0), WithThresholds("99,10,0").Catalogue!.FindIndicator("SHARE")!.Anomaly);
        Assert.Equal(new AnomalyThresholds(99.5, 5, 4), WithThresholds(",,").Catalogue!.FindIndicator("SHARE")!.Anomaly);
        Assert.Equal(AnomalyThresholds.Usual, TheCatalogue.Small().Catalogue!.FindIndicator("SHARE")!.Anomaly);
    }

    [Theory]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,2022-Q4", "line 3: owed_to 2022-Q4 is before owed_from 2023-Q1; exchange them, or mend the wrong one")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,2024", "line 3: owed_to is '2024', expected a period of the form's own frequency, quarterly")]
    [InlineData("X,Form,Biểu,quarterly,N,RULE,2025-Q3,", "line 3: nobody of owed_by 'N' exists from owed_from 2025-Q3 on; name who owes the form then, or take it out")]
    public void OfForms(string line, string problem) =>
        Assert.Equal([$"forms.csv, {problem}"], TheCatalogue.SmallWith("forms.csv", line, "form_indicators.csv", "X,SHARE,yes").Problems.Select(p => p.ToString()));

    [Fact]
    public void OfAFormOfWhichEveryIndicatorHasEnded()
    {
        var indicator = "OLD,Old,Cũ,count,stock,quarterly,sum,organisation,no,,,,,,2024-12-31";
        var reading = TheCatalogue.SmallWith("indicators.csv", indicator, ("forms.csv", "X,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,"), ("form_indicators.csv", "X,OLD,yes"));

        Assert.Equal(
            ["forms.csv, line 3: form 'X' asks for no indicator in 2025-Q1; end it with owed_to, or give it an indicator that is reported then"],
            reading.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void OfAnIndicatorOfAnotherFrequencyThanItsForm()
    {
        var reading = TheCatalogue.SmallWith(
            "indicators.csv", "M,Monthly,Hằng tháng,count,stock,monthly,sum,organisation,no,,,,,,", "form_indicators.csv", "FORM,M,yes");

        Assert.Equal(
            ["form_indicators.csv, line 4: indicator 'M' is monthly and form 'FORM' quarterly; ask for it in a form of its own frequency"],
            reading.Problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("X,monthly,15,-1,14,0,45,0,none,2019-03-12,", "line 3: due_day is 45, expected a day of the month, 1 to 31")]
    [InlineData("X,monthly,0,-1,14,0,25,0,none,2019-03-12,", "line 3: data_from_day is 0, expected a day of the month, 1 to 31")]
    [InlineData("X,monthly,15,-1,14,0,25,99,none,2019-03-12,", "line 3: due_months is 99, expected -12 to 12 months")]
    [InlineData("X,monthly,15,0,14,0,25,0,none,2019-03-12,", "line 3: the data of 2023-01 would end on 2023-01-14, before they begin on 2023-01-15; mend data_from or data_to")]
    [InlineData("X,monthly,15,-1,14,0,25,-1,none,2019-03-12,", "line 3: the report for 2023-01 would be due on 2022-12-25, before its data end on 2023-01-14; mend due or data_to")]
    [InlineData("X,monthly,15,-1,14,0,25,0,none,2019-03-12,2019-03-11", "line 3: valid_from 2019-03-12 is after valid_to 2019-03-11; exchange them, or mend the wrong one")]
    [InlineData("RULE,quarterly,15,-1,14,0,26,0,none,2025-01-01,", "line 3: line 2 has the same code, frequency and level and is valid at the same time; end one of them the day before the other begins")]
    public void OfRegimes(string line, string problem) => HasTheProblem("regimes.csv", line, problem);

    [Fact]
    public void OfATaskWhoseOwnersAreNothingButSeparators() =>
        HasTheProblem("tasks.csv", "T-2,Task,Nhiệm vụ,;,2023-01-05,,,", "line 3: owner_code is ';', expected one entry, or several with ; between them");

    [Fact]
    public void OfASource() => Assert.Equal(
        ["sources.csv, line 2: valid_from 2025-07-02 is after valid_to 2025-07-01; exchange them, or mend the wrong one"],
        TheCatalogue.SmallWithFile(
            "sources.csv",
            "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\nA,N,https://x.vn/a,csv,quarterly,0 7 * * *,2025-07-02,2025-07-01,\n").Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("FORM,N,2023-Q2,extension,2023-06-24,QĐ 12,2023-06-20,Bão", "line 3: until 2023-06-24 is before the day on which the report is due anyway, 2023-06-25; write the later day that is granted")]
    [InlineData("FORM,S,2023-Q2,exemption,,QĐ 12,2023-06-20,Bão", "line 3: line 2 grants something for the same report on the same day; take one of them out")]
    public void OfGrants(string line, string problem)
    {
        var reading = TheCatalogue.SmallWithFile(
            "grants.csv", $"form,organisation,period,kind,until,granted_by,granted_on,reason\nFORM,S,2023-Q2,extension,2023-07-20,QĐ 1,2023-06-20,Bão\n{line}\n");

        Assert.Equal([$"grants.csv, {problem}"], reading.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void OfARecipientOfNobody() => Assert.Equal(
        ["recipients.csv, line 2: organisations is ';', expected one entry, or several with ; between them"],
        TheCatalogue.SmallWithFile("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\nA,Tên,a@x.vn,;,,red,first,overseer\n").Problems.Select(p => p.ToString()));

    [Theory]
    [InlineData("date;is_day_off\n2023-01-02;yes\n", "line 1: the columns are separated by semicolons; save the file as CSV with commas")]
    [InlineData("date\tis_day_off\n2023-01-02\tyes\n", "line 1: the columns are separated by tabs; save the file as CSV with commas")]
    [InlineData("date,is_day_off,date\n2023-01-02,yes,2023-01-03\n", "line 1: the header has the column date twice; take one out")]
    [InlineData("date,is_day_off,Statu\n2023-01-02,yes,estimated\n", "line 1: the header has the column 'Statu', expected status")]
    public void OfColumns(string text, string problem) =>
        Assert.Equal([$"holidays.csv, {problem}"], TheCatalogue.SmallWithFile("holidays.csv", text).Problems.Select(p => p.ToString()));

    [Fact]
    public void ColumnsOfOnesOwnAndThoseWithoutANameAreLeftAlone() =>
        Assert.Empty(TheCatalogue.SmallWithFile("holidays.csv", "date,is_day_off,remark,,\n2023-01-02,yes,Tết,,\n").Problems);

    /// <summary>The small catalogue with these cells for its first indicator.</summary>
    private static CatalogueReading WithThresholds(string cells) => TheCatalogue.SmallWithFile(
        "indicators.csv",
        $"""
        code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,anomaly_confidence,anomaly_floor,anomaly_factor
        SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,80,2025-12-31,10,,{cells}
        HEADS,Heads,Số người,count,stock,quarterly,sum,organisation,yes,0,,,,50,,,,

        """);

    private static void HasTheProblem(string file, string line, string problem)
    {
        var reading = TheCatalogue.SmallWith(file, line);

        Assert.Equal([$"{file}, {problem}"], reading.Problems.Select(p => p.ToString()));
        Assert.Null(reading.Catalogue);
    }
}

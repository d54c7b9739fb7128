using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

/// <summary>One bad line at the end of a good file: the whole sentence, and no catalogue.</summary>
public sealed class CatalogueLineTests
{
    [Theory]
    [InlineData("N,province,North,Bắc,,,,,,", "organisations.csv, line 7: code 'N' is there twice")]
    [InlineData("X,city,Name,Tên,,,,,,", "organisations.csv, line 7: kind is 'city', expected province, ministry, agency")]
    [InlineData("X,,Name,Tên,,,,,,", "organisations.csv, line 7: kind is empty")]
    [InlineData("X,province,Name,,,,,,,", "organisations.csv, line 7: name_vi is empty")]
    [InlineData("X,province,Name,Tên,30/06/2025,,,,,", "organisations.csv, line 7: valid_from is '30/06/2025', expected a day like 2025-06-30")]
    [InlineData("X,province,Name,Tên,2025-06-31,,,,,", "organisations.csv, line 7: valid_from is '2025-06-31', expected a day like 2025-06-30")]
    [InlineData("X,province,Name,Tên", "organisations.csv, line 7: 4 fields, expected 10")]
    [InlineData("X,province,Name,Tên,,,,,,,,", "organisations.csv, line 7: 12 fields, expected 10")]
    public void OfAnOrganisation(string line, string problem) => HasTheProblem("organisations.csv", line, problem);

    [Theory]
    [InlineData("share,Share,Tỷ lệ,percent,ratio,quarterly,mean,organisation,no,,,,,,", "indicators.csv, line 5: code 'share' is there twice")]
    [InlineData("X,Name,Tên,kg,stock,quarterly,sum,organisation,no,,,,,,", "indicators.csv, line 5: unit is 'kg', expected count, percent, yes_no, score, rank, vnd_million, usd_million")]
    [InlineData("X,Name,Tên,count,level,quarterly,sum,organisation,no,,,,,,", "indicators.csv, line 5: kind is 'level', expected stock, flow, ratio, flag")]
    [InlineData("X,Name,Tên,count,stock,weekly,sum,organisation,no,,,,,,", "indicators.csv, line 5: frequency is 'weekly', expected monthly, quarterly, half-year or annual")]
    [InlineData("X,Name,Tên,count,stock,,sum,organisation,no,,,,,,", "indicators.csv, line 5: frequency is empty")]
    [InlineData("X,Name,Tên,count,stock,quarterly,median,organisation,no,,,,,,", "indicators.csv, line 5: aggregation is 'median', expected sum, mean, weighted_mean, count_yes, max")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,local,no,,,,,,", "indicators.csv, line 5: scope is 'local', expected organisation, national")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,maybe,,,,,,", "indicators.csv, line 5: cumulative is 'maybe', expected yes or no")]
    [InlineData("X,Name,Tên,count,stock,quarterly,sum,organisation,no,zero,,,,,", "indicators.csv, line 5: min is 'zero', expected a number")]
    public void OfAnIndicator(string line, string problem) => HasTheProblem("indicators.csv", line, problem);

    [Theory]
    [InlineData("FORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,", "forms.csv, line 3: code 'FORM' is there twice")]
    [InlineData("X,Form,Biểu,monthly,@provinces,RULE,2023-01,", "forms.csv, line 3: regime 'RULE' has no line for monthly reports in regimes.csv", "X")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,LAW,2023-Q1,", "forms.csv, line 3: regime 'LAW' has no line for quarterly reports in regimes.csv", "X")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2023,", "forms.csv, line 3: owed_from is '2023', expected a period of the form's own frequency, quarterly", "X")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2023-Q5,", "forms.csv, line 3: owed_from is '2023-Q5', expected a period like 2024-06, 2024-Q2, 2024-S1 or 2024", "X")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,,", "forms.csv, line 3: owed_from is empty", "X")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,", "forms.csv, line 3: form 'X' has no indicator in form_indicators.csv")]
    [InlineData("X,Form,Biểu,quarterly,@provinces,RULE,2018-Q4,", "forms.csv, line 3: regime 'RULE' has no line for 2018-Q4 in regimes.csv", "X")]
    [InlineData("X,Form,Biểu,quarterly,@province,RULE,2023-Q1,", "forms.csv, line 3: owed_by '@province' is neither a group nor in organisations.csv", "X")]
    public void OfAForm(string line, string problem, string? formWithIndicators = null)
    {
        var reading = formWithIndicators is null
            ? TheCatalogue.SmallWith("forms.csv", line)
            : TheCatalogue.SmallWith("forms.csv", line, "form_indicators.csv", $"{formWithIndicators},SHARE,yes");

        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
        Assert.Null(reading.Catalogue);
    }

    [Theory]
    [InlineData("FORM,UNKNOWN,yes", "form_indicators.csv, line 4: indicator 'UNKNOWN' is not in indicators.csv")]
    [InlineData("FORM,SPARE,perhaps", "form_indicators.csv, line 4: required is 'perhaps', expected yes or no")]
    [InlineData("FORM,SPARE,", "form_indicators.csv, line 4: required is empty")]
    [InlineData("FROM,SHARE,yes", "form_indicators.csv, line 4: form 'FROM' is not in forms.csv")]
    [InlineData("FORM,SHARE,no", "form_indicators.csv, line 4: indicator 'SHARE' of form 'FORM' is there twice")]
    public void OfAFormsIndicators(string line, string problem) => HasTheProblem("form_indicators.csv", line, problem);

    [Theory]
    [InlineData("X,monthly,15,-1,14,0,soon,0,none,2019-03-12,", "regimes.csv, line 3: due_day is 'soon', expected a whole number")]
    [InlineData("X,monthly,15,-1,14,0,,0,none,2019-03-12,", "regimes.csv, line 3: due_day is empty")]
    [InlineData("X,monthly,15,-1,14,0,2.5,0,none,2019-03-12,", "regimes.csv, line 3: due_day is '2.5', expected a whole number")]
    [InlineData("X,monthly,15,-1,14,0,25,0,always,2019-03-12,", "regimes.csv, line 3: roll_over is 'always', expected none, next_working_day")]
    [InlineData("X,monthly,15,-1,14,0,25,0,none,,", "regimes.csv, line 3: valid_from is empty")]
    public void OfARegime(string line, string problem) => HasTheProblem("regimes.csv", line, problem);

    [Theory]
    [InlineData("T-1,Task,Nhiệm vụ,MIN,2023-01-05,,,", "tasks.csv, line 3: code 'T-1' is there twice")]
    [InlineData("T-2,Task,Nhiệm vụ,NOBODY;MIN,2023-01-05,,,", "tasks.csv, line 3: owner_code 'NOBODY' is neither a group nor in organisations.csv")]
    [InlineData("T-2,Task,Nhiệm vụ,@cities,2023-01-05,,,", "tasks.csv, line 3: owner_code '@cities' is neither a group nor in organisations.csv")]
    [InlineData("T-2,Task,Nhiệm vụ,,2023-01-05,,,", "tasks.csv, line 3: owner_code is empty")]
    [InlineData("t-1,Task,Nhiệm vụ,MIN,2023-01-05,,,", "tasks.csv, line 3: code 't-1' is there twice")]
    [InlineData("share,Task,Nhiệm vụ,MIN,2023-01-05,,,", "tasks.csv, line 3: code 'share' is an indicator's already")]
    [InlineData("T-2,Task,Nhiệm vụ,MIN,,,,", "tasks.csv, line 3: assigned_on is empty")]
    [InlineData("T-2,Task,Nhiệm vụ,MIN,2023-01-05,soon,,", "tasks.csv, line 3: due_date is 'soon', expected a day like 2025-06-30")]
    public void OfATask(string line, string problem) => HasTheProblem("tasks.csv", line, problem);

    [Theory]
    [InlineData("2023-01-02,no", "holidays.csv, line 5: date '2023-01-02' is there twice")]
    [InlineData("2023-01-04,perhaps", "holidays.csv, line 5: is_day_off is 'perhaps', expected yes, no, maybe")]
    [InlineData("4/1/2023,yes", "holidays.csv, line 5: date is '4/1/2023', expected a day like 2025-06-30")]
    [InlineData(",yes", "holidays.csv, line 5: date is empty")]
    public void OfAHoliday(string line, string problem) => HasTheProblem("holidays.csv", line, problem);

    /// <summary>What stands in subjects, headers and keys later: in whatever file and column a character that ends the line stands, its line is refused.</summary>
    [Theory]
    [InlineData("organisations.csv", "X,province,\"No\nrth\",Tên,,,,,,", "line 7: name_en has a line break (U+000A) at character 3")]
    [InlineData("organisations.csv", "X,province,Name,\"Tên\r\nBcc: b@x.vn\",,,,,,", "line 7: name_vi has a line break (U+000D) at character 4")]
    [InlineData("organisations.csv", "X,province,Name,Tên,,,,,,Mot;\u202eHai", "line 7: aliases has a character that nobody sees (U+202E) at character 5")]
    [InlineData("indicators.csv", "X,Na\tme,Tên,count,stock,quarterly,sum,organisation,no,,,,,,", "line 5: name_en has a tab (U+0009) at character 3")]
    [InlineData("forms.csv", "X,Form,Bi\u0085ểu,quarterly,@provinces,RULE,2023-Q1,", "line 3: name_vi has a line break (U+0085) at character 3")]
    [InlineData("regimes.csv", "R\u200bX,monthly,15,-1,14,0,25,0,none,2019-03-12,", "line 3: code has a character that nobody sees (U+200B) at character 2")]
    [InlineData("form_indicators.csv", "FORM,SPA\u2066RE,yes", "line 4: indicator has a character that nobody sees (U+2066) at character 4")]
    [InlineData("tasks.csv", "T-2,Task,Nhiệm\u2028vụ,MIN,2023-01-05,,,", "line 3: title_vi has a line break (U+2028) at character 6")]
    [InlineData("tasks.csv", "T-2,Task,Nhiệm vụ,MIN,2023-01-05,,,No\u0007te", "line 3: source has a control character (U+0007) at character 3")]
    [InlineData("holidays.csv", "2023-01-\u001b04,yes", "line 5: date has a control character (U+001B) at character 9")]
    public void OfACharacterThatIsNoPartOfALine(string file, string line, string problem) => HasTheProblem(file, line, $"{file}, {problem}; take it out: a cell is one line of text");

    [Theory]
    [InlineData("grants.csv", "form,organisation,period,kind,until,granted_by,granted_on,reason\n", "FORM,N,2023-Q1,exemption,,Office,2023-01-05,\"Storm\nand flood\"", "reason has a line break (U+000A) at character 6")]
    [InlineData("grants.csv", "form,organisation,period,kind,until,granted_by,granted_on,reason\n", "FORM,N,2023-Q1,exemption,,Off\u2029ice,2023-01-05,Storm", "granted_by has a line break (U+2029) at character 4")]
    [InlineData("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\n", "A,Of\u0000fice,a@x.vn,@all,,red,first,overseer", "name has a control character (U+0000) at character 3")]
    [InlineData("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\n", "A,Office,\"a@x.vn\nBcc: b@x.vn\",@all,,red,first,overseer", "address has a line break (U+000A) at character 7")]
    [InlineData("sources.csv", "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\n", "A,N,\"https://x.vn/a\nb\",csv,quarterly,0 7 * * *,,,", "url has a line break (U+000A) at character 15")]
    [InlineData("sources.csv", "code,organisation,url,format,frequency,schedule,valid_from,valid_to,note\n", "A,N,https://x.vn/a,csv,quarterly,0 7 * * *,,,a\u202eb", "note has a character that nobody sees (U+202E) at character 2")]
    public void OfACharacterThatIsNoPartOfALineInAFileThatNobodyNeeds(string file, string header, string line, string problem)
    {
        var reading = TheCatalogue.SmallWithFile(file, $"{header}{line}\n");

        Assert.Equal($"{file}, line 2: {problem}; take it out: a cell is one line of text", Assert.Single(reading.Problems).ToString());
        Assert.Equal(CatalogueReader.IsTakenByLine(file), reading.Catalogue is not null);
        Assert.Empty(reading.Catalogue?.Recipients ?? []);
    }

    [Fact]
    public void OfACellLongerThanAnyMessageTakes() => HasTheProblem(
        "organisations.csv", $"X,province,{new string('a', 2_001)},Tên,,,,,,", "organisations.csv, line 7: name_en has 2001 characters, expected at most 2000");

    [Fact]
    public void WhatIsSaidOfALineIsOneLine()
    {
        var problem = new CatalogueProblem("tasks.csv", 3, $"code is 'a\nb', expected {new string('c', 600)}");

        Assert.StartsWith("code is 'a b', expected ccc", problem.Message, StringComparison.Ordinal);
        Assert.Equal(500, problem.Message.Length);
    }

    private static void HasTheProblem(string file, string line, string problem)
    {
        var reading = TheCatalogue.SmallWith(file, line);

        Assert.Equal(problem, Assert.Single(reading.Problems).ToString());
        Assert.Null(reading.Catalogue);
    }
}

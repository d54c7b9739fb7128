using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Catalogue;

public sealed class CatalogueReaderTests
{
    private static readonly DateOnly Day = new(2023, 6, 30);

    [Fact]
    public void ReadsAWholeCatalogue()
    {
        var catalogue = TheCatalogue.Small().Catalogue!;

        Assert.Equal(["N", "S", "NS", "MIN", "AGE"], catalogue.Organisations.Select(o => o.Code));
        Assert.Equal(["Phía Nam", "Miền Nam"], catalogue.FindOrganisation("S")!.Aliases);
        Assert.Equal(["SHARE", "HEADS", "SPARE"], catalogue.Indicators.Select(i => i.Code));
        Assert.Equal([new FormIndicator("SHARE", true), new FormIndicator("HEADS", false)], Assert.Single(catalogue.Forms).Indicators);
        Assert.Equal(["MIN", "@provinces"], Assert.Single(catalogue.Tasks).Owners);
        Assert.Single(catalogue.Regimes);
    }

    [Fact]
    public void FindsIndicatorsWithoutRegardToCaseAndOrganisationsOnlyAsWritten()
    {
        var catalogue = TheCatalogue.Small().Catalogue!;

        Assert.NotNull(catalogue.FindIndicator("share"));
        Assert.Null(catalogue.FindOrganisation("ns"));
    }

    [Fact]
    public void ADayThatMayBecomeAHolidayIsAWorkingDay() =>
        Assert.True(TheCatalogue.Small().Catalogue!.Calendar.IsWorkingDay(new DateOnly(2023, 1, 3)));

    [Fact]
    public void SkipsEmptyLinesWithoutLosingCount()
    {
        var reading = TheCatalogue.SmallWithFile("holidays.csv", "date,is_day_off\n\n2023-01-02,yes\n\n2023-01-03,perhaps\n");

        Assert.Equal("holidays.csv, line 5: is_day_off is 'perhaps', expected yes, no, maybe", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void NamesTheLineOnWhichARecordOfSeveralLinesStarts()
    {
        var reading = TheCatalogue.SmallWithFile("holidays.csv", "date,is_day_off,note\n2023-01-02,perhaps,\"two\nlines\"\n");

        Assert.Equal("holidays.csv, line 2: is_day_off is 'perhaps', expected yes, no, maybe", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void AQuoteThatIsNeverClosedDoesNotSwallowTheLinesAfterIt()
    {
        var reading = TheCatalogue.SmallWithFile("holidays.csv", "date,is_day_off,note\n2023-01-02,yes,\"Decree\n2023-01-03,yes,\n");

        Assert.NotEmpty(reading.Problems);
        Assert.Null(reading.Catalogue);
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var reading = TheCatalogue.SmallWithFile("tasks.csv", null);

        Assert.Equal("tasks.csv, line 1: the file is missing", reading.Problems[0].ToString());
        Assert.Null(reading.Catalogue);
    }

    [Theory]
    [InlineData("yes", "2023-07-20")]
    [InlineData("no", "2023-07-19")]
    [InlineData("", "2023-07-20")]
    public void BeforeADayLeavesTheDayOutAndByADayDoesNot(string included, string last)
    {
        var reading = TheCatalogue.SmallWithFile(
            "tasks.csv", $"code,title_en,title_vi,owner_code,assigned_on,due_date,due_included,recurrence,source\nT-1,Task,Nhiệm vụ,MIN,2023-01-05,2023-07-20,{included},,\n");

        Assert.Equal(DateOnly.ParseExact(last, "yyyy-MM-dd", null), Assert.Single(reading.Catalogue!.Tasks).LastDay);
    }

    [Fact]
    public void WithoutTheColumnOfBeforeAndByTheDayCounts() =>
        Assert.Equal(new DateOnly(2023, 12, 31), Assert.Single(TheCatalogue.Small().Catalogue!.Tasks).LastDay);

    [Fact]
    public void ATaskIsFoundAsAnIndicatorIsAndIsNone()
    {
        var catalogue = TheCatalogue.Small().Catalogue!;

        Assert.Equal("T-1", catalogue.FindIndicator("t-1")!.Task!.Code);
        Assert.Equal("T-1", catalogue.Names.FindIndicator("nhiem vu", Day)!.Code);
        Assert.DoesNotContain(catalogue.Indicators, i => i.Task is not null);
    }

    [Fact]
    public void ATaskOfAnIndicatorsNameDoesNotTakeItAway()
    {
        var catalogue = TheCatalogue.SmallWith("tasks.csv", "T-2,Heads,Nhiệm vụ khác,MIN,2023-01-05,,,").Catalogue!;

        Assert.Equal("HEADS", catalogue.Names.FindIndicator("Heads", Day)!.Code);
    }

    [Fact]
    public void ATitleThatTwoTasksShareTellsNeither() =>
        Assert.Null(TheCatalogue.SmallWith("tasks.csv", "T-2,Other,Nhiệm vụ,MIN,2023-01-05,,,").Catalogue!.Names.FindIndicator("Nhiệm vụ", Day));

    [Fact]
    public void AnEmptyFileIsToldItsHeader()
    {
        var reading = TheCatalogue.SmallWithFile("holidays.csv", string.Empty);

        Assert.Equal("holidays.csv, line 1: the file is empty; expected the header date,is_day_off", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void AHeaderWithoutSomeColumnsNamesThem()
    {
        var reading = TheCatalogue.SmallWithFile("tasks.csv", "code,title_en,owner_code,assigned_on,recurrence,source\n");

        Assert.Equal("tasks.csv, line 1: the header lacks the column title_vi, due_date", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void EveryProblemIsToldAndNothingIsHalfLoaded()
    {
        var reading = TheCatalogue.SmallWith("organisations.csv", "X,city,,Tên,2025-13-01,,,,,");

        Assert.Equal(
            [
                "organisations.csv, line 7: kind is 'city', expected province, ministry, agency",
                "organisations.csv, line 7: name_en is empty",
                "organisations.csv, line 7: valid_from is '2025-13-01', expected a day like 2025-06-30",
            ],
            reading.Problems.Select(p => p.ToString()));
        Assert.Null(reading.Catalogue);
    }
}

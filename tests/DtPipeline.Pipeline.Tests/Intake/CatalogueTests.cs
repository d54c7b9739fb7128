using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class CatalogueTests
{
    private const string Path = "P63-01/2023-Q1/bao-cao.csv";
    private const string Header = "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\n";

    [Fact]
    public async Task ABadCatalogueIsRefusedWithEveryBadLine()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.PutCatalogueAsync("holidays.csv", "date,is_day_off\n2023-01-01,yes\n01/05/2023,yes\n2023-01-01,perhaps\n");
        await pipeline.PutCatalogueAsync("regimes.csv", "code,frequency\nND09-2019,quarterly\n");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.DropAsync(Path, "indicator,value\nGOV-01,1\n"));

        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "The catalogue cannot be used:",
                "regimes.csv, line 1: the header lacks the column data_from_day, data_from_months, data_to_day, data_to_months, due_day, due_months, roll_over, valid_from, valid_to",
                "holidays.csv, line 3: date is '01/05/2023', expected a day like 2025-06-30",
                "holidays.csv, line 4: is_day_off is 'perhaps', expected yes, no, maybe",
                "holidays.csv, line 4: date '2023-01-01' is there twice"),
            error.Message);
        Assert.Empty(await pipeline.Account.Archive.NamesAsync());
        Assert.Empty(await pipeline.Account.Receipts.NamesAsync());
    }

    [Fact]
    public async Task AnEmptyCatalogueFileIsRefusedAndNotReplacedByTheDefault()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.PutCatalogueAsync("holidays.csv", string.Empty);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.DropAsync(Path, "indicator,value\nGOV-01,1\n"));

        Assert.Equal($"The catalogue cannot be used:{Environment.NewLine}holidays.csv, line 1: the file is empty; expected the header date,is_day_off", error.Message);
    }

    [Fact]
    public async Task AReportIsTakenInOnceTheCatalogueIsMended()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.PutCatalogueAsync("holidays.csv", "date\n");
        await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.DropAsync(Path, "indicator,value\nGOV-01,1\n"));

        await pipeline.PutCatalogueAsync("holidays.csv", "date,is_day_off\n");
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync(Path));
    }

    [Fact]
    public async Task ACatalogueInStorageStandsInPlaceOfTheEmbeddedOne()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(pipeline, 2);

        await pipeline.DropAsync(Path, "indicator,value\nBIG-001,1\nGOV-01,1\n");

        Assert.Equal(
            "accepted_with_faults\n3 indicator.unknown: The catalogue has no indicator 'GOV-01'. Use a code like GOV-01, DG-05.",
            await pipeline.AnswerAsync(Path));
    }

    [Fact]
    public async Task AFormWithoutARegimeIsRefused()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await pipeline.PutCatalogueAsync("form_indicators.csv", "form,indicator,required\nF-Q,GOV-01,yes\n");
        await pipeline.PutCatalogueAsync("forms.csv", Header + "F-Q,Form,Biểu,quarterly,@provinces,ND99-2099,2023-Q1,\n");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.DropAsync(Path, "indicator,value\nGOV-01,1\n"));

        Assert.Equal($"The catalogue cannot be used:{Environment.NewLine}forms.csv, line 2: regime 'ND99-2099' has no line for quarterly reports in regimes.csv", error.Message);
    }

    [Fact]
    public async Task AnInstanceThatStartsWhileTheCatalogueIsWrongHasTheLastGoodOneAndTells()
    {
        await using var before = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00");
        await ManyIndicators.PutAsync(before, 2);
        await before.DropAsync("P63-48/2023-Q1/bao-cao.csv", "indicator,value\nBIG-001,1\n");
        await before.PutCatalogueAsync("holidays.csv", "date\n");
        await using var pipeline = await TestPipeline.StartAsync(storage: before.Storage, clock: before.Clock);

        await pipeline.DropAsync(Path, "indicator,value\nBIG-001,1\nGOV-01,1\n");
        await pipeline.Get<CatalogueCheck>().RunAsync([], CancellationToken.None);
        await pipeline.Get<AlertDispatch>().RunAsync(CancellationToken.None);
        await pipeline.DeliverAsync();

        Assert.Equal(
            "accepted_with_faults\n3 indicator.unknown: The catalogue has no indicator 'GOV-01'. Use a code like GOV-01, DG-05.",
            await pipeline.AnswerAsync(Path));
        Assert.Equal(
            "The file 'holidays.csv' in the container catalogue has 1 fault; the catalogue before it stays in force: line 1: the header lacks the column is_day_off.",
            (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("catalogue", "catalogue.faulty~holidays.csv")).Value.GetString("MessageEn"));
    }

    [Fact]
    public async Task TheLastGoodCatalogueIsTheOneThatWasInForceLastAndNotTheNewestThatWasNewOnce()
    {
        await using var before = await TestPipeline.StartAsync("2023-03-20T09:00:00+07:00", settings: new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        await ManyIndicators.PutAsync(before, 2);
        await before.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        foreach (var (minute, size) in new[] { (2, 3), (4, 2), (6, 2) })
        {
            before.Clock.Set($"2023-03-20T09:0{minute}:00+07:00");
            await ManyIndicators.PutAsync(before, size);
            await before.Get<CatalogueStore>().GetAsync(CancellationToken.None);
        }

        await before.PutCatalogueAsync("holidays.csv", "date\n");
        await using var pipeline = await TestPipeline.StartAsync(storage: before.Storage, clock: before.Clock);

        Assert.Equal(2, (await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None)).Indicators.Count(i => i.Code.StartsWith("BIG-", StringComparison.Ordinal)));
    }
}

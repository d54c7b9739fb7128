using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using DtPipeline.Answers.Receipts;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Cli;

/// <summary>Hà Nội has reported in time for 2023-Q2, on 20 June; the due day was the 26th, and now it is July.</summary>
public sealed partial class CatalogueAmendmentTests : IDisposable
{
    private const string Report = "P63-01/2023-Q2/bao-cao.csv";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-amended-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task WhatJudgesThePastAnewIsHeldBackAndTold()
    {
        await using var pipeline = await StartAsync();
        await pipeline.PutCatalogueAsync("regimes.csv", Earlier());

        await pipeline.SettleAsync();

        Assert.Equal("on_time", await StateAsync(pipeline));
        var held = await AlertAsync(pipeline, "catalogue.held");
        Assert.Matches("^The new catalogue \\([0-9a-f]{12}\\) is not in force: it would judge [0-9]+ obligations anew that were due already, and make the figures of 0 indicators anew; the one before it stays in force\\. ", held.GetString("MessageEn"));
    }

    [Fact]
    public async Task OnceItIsConfirmedThePastIsJudgedAnewAndSaysWhoHasConfirmedIt()
    {
        await using var pipeline = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "regimes.csv"), Earlier());

        var diff = await DtpRun.OnAsync(pipeline, "catalogue", "diff", folder.FullName);
        var json = await DtpRun.OnAsync(pipeline, "catalogue", "diff", folder.FullName, "--json");
        var hash = Hash().Match(diff.Output).Groups[1].Value;
        var apply = await DtpRun.OnAsync(pipeline, "catalogue", "apply", folder.FullName, "--confirm", hash, "--by", "Nguyễn Văn A");
        await pipeline.SettleAsync();

        Assert.Equal((3, 3, 0), (diff.ExitCode, json.ExitCode, apply.ExitCode));
        Assert.Equal((hash, "reaches_back"), ((string?)JsonNode.Parse(json.Output)!["hash"], (string?)JsonNode.Parse(json.Errors)!["code"]));
        Assert.Contains("regimes.csv: ND09-2019 reporting_body quarterly 2019-03-12, due_day: '25' -> '15'\n", diff.Output, StringComparison.Ordinal);
        Assert.Contains("  PROV-Q: on_time 2 of 25 -> late 2 of 25, due earlier: 1 (P63-01 2023-Q2: 2023-06-26 -> 2023-06-15)\n", diff.Output, StringComparison.Ordinal);
        Assert.Equal("late", await StateAsync(pipeline));
        var told = await AlertAsync(pipeline, "catalogue.corrected");
        Assert.StartsWith($"Corrected: Nguyễn Văn A has confirmed the catalogue {hash}; ", told.GetString("MessageEn"), StringComparison.Ordinal);
        Assert.Contains("on_time 2 of 25 -> late 2 of 25, due earlier: 1", told.GetString("MessageEn"), StringComparison.Ordinal);

        await AssertReceiptIsCorrectedAsync(pipeline, hash, "Nguyễn Văn A");
        await pipeline.Get<Rebuild>().RunAsync(CancellationToken.None);
        await AssertReceiptIsCorrectedAsync(pipeline, hash, "Nguyễn Văn A");
    }

    [Fact]
    public async Task WhatWasConfirmedIsJudgedAnewThoughAnotherChangeCameBeforeTheCheck()
    {
        await using var pipeline = await StartAsync();
        await pipeline.PutCatalogueAsync("regimes.csv", Earlier());
        var catalogues = pipeline.Get<CatalogueStore>();
        var held = (await catalogues.StandingAsync(CancellationToken.None)).Held!;
        Assert.True(await catalogues.ConfirmAsync(held.Hash, "A", CancellationToken.None));
        pipeline.Clock.Set("2023-07-10T09:20:00+07:00");
        await pipeline.PutCatalogueAsync("forms.csv", Of("forms.csv", "PROV-Q,", "Quarterly report of provinces", "Report of a quarter"));
        Assert.NotEqual(held.Hash, (await catalogues.StandingAsync(CancellationToken.None)).Hash);

        await pipeline.SettleAsync();

        await AssertReceiptIsCorrectedAsync(pipeline, held.Hash, "A");
    }

    [Fact]
    public async Task AHashOfAnotherCatalogueIsRefusedAndNothingIsPut()
    {
        await using var pipeline = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "regimes.csv"), Earlier());
        var before = await pipeline.Account.Catalogue.NamesAsync();

        var apply = await DtpRun.OnAsync(pipeline, "catalogue", "apply", folder.FullName, "--confirm", "0123456789ab", "--by", "A");

        Assert.Equal(1, apply.ExitCode);
        Assert.Matches("^This is the catalogue [0-9a-f]{12}, not 0123456789ab: it has changed since somebody looked at it\\. See with 'dtp catalogue diff' what it changes now\\.\n$", apply.Errors);
        Assert.Equal(before, await pipeline.Account.Catalogue.NamesAsync());
    }

    [Fact]
    public async Task AUnitOfAnIndicatorWithValuesIsNeverConfirmed()
    {
        await using var pipeline = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "indicators.csv"), Of("indicators.csv", "DE-08,", "count,stock", "usd_million,stock"));

        var diff = await DtpRun.OnAsync(pipeline, "catalogue", "diff", folder.FullName);
        var apply = await DtpRun.OnAsync(pipeline, "catalogue", "apply", folder.FullName, "--confirm", "any", "--by", "A");

        Assert.Equal((1, 1), (diff.ExitCode, apply.ExitCode));
        Assert.Contains("Not possible: DE-08 has values, and its unit would be usd_million instead of count. Give the new quantity a code of its own, and end the old one with valid_to.\n", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherNameHoldsAtOnceAndDiffSaysSo()
    {
        await using var pipeline = await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "forms.csv"), Of("forms.csv", "PROV-Q,", "Quarterly report of provinces", "Report of a quarter"));

        var diff = await DtpRun.OnAsync(pipeline, "catalogue", "diff", folder.FullName);
        await pipeline.PutCatalogueAsync("forms.csv", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "forms.csv")));
        await pipeline.SettleAsync();

        Assert.Equal(
            (0, "forms.csv: PROV-Q, name_en: 'Quarterly report of provinces' -> 'Report of a quarter'\n\nObligations that are not due yet and change: 0.\nAlerts of reports: 0 raised, 0 settled, 0 of another severity.\nNothing that was due is judged anew: it holds as soon as it is in storage.\n"),
            (diff.ExitCode, diff.Output));
        Assert.Equal("Report of a quarter", (await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None)).Forms.Single(f => f.Code == "PROV-Q").NameEn);
    }

    [Fact]
    public async Task TheDeskShowsWhatIsHeldAndTakesTheWord()
    {
        await using var pipeline = await StartAsync();
        await pipeline.PutCatalogueAsync("regimes.csv", Earlier());
        await pipeline.SettleAsync();
        var desk = pipeline.Get<AmendmentDesk>();
        var held = (await desk.ShowAsync(CancellationToken.None)).ToString();
        var hash = Regex.Match(held, "\"hash\": \"([0-9a-f]{12})\"").Groups[1].Value;

        var nobody = await desk.ConfirmAsync(hash, " ", CancellationToken.None);
        var wrong = await desk.ConfirmAsync("0123456789ab", "A", CancellationToken.None);
        var done = await desk.ConfirmAsync(hash, "A", CancellationToken.None);
        await pipeline.SettleAsync();

        Assert.Equal("Say who confirms it (1 to 200 characters).", nobody!.En);
        Assert.Equal("No catalogue '0123456789ab' waits for confirmation, or it is one that cannot be put in force. Look again with 'dtp catalogue diff'.", wrong!.En);
        Assert.Null(done);
        Assert.Contains("\"by\": \"A\"", (await desk.ShowAsync(CancellationToken.None)).ToString(), StringComparison.Ordinal);
        Assert.Equal("late", await StateAsync(pipeline));
    }

    [Fact]
    public async Task TheWorkbookOfTheCatalogueIsTakenBackWhole()
    {
        await using var pipeline = await StartAsync();
        var book = Path.Combine(folder.FullName, "catalogue.xlsx");

        var written = await DtpRun.OnAsync(pipeline, "catalogue", "workbook", book);
        var diff = await DtpRun.OnAsync(pipeline, "catalogue", "diff", book);
        var applied = await DtpRun.OnAsync(pipeline, "catalogue", "apply", book);

        written.Succeeded();
        Assert.Equal((0, "Nothing is changed.\nNothing that was due is judged anew: it holds as soon as it is in storage.\n"), (diff.ExitCode, diff.Output));
        applied.Succeeded();
        Assert.Equal(CatalogueReader.Files.Order(StringComparer.Ordinal), await pipeline.Account.Catalogue.NamesAsync());
        Assert.Equal("on_time", await StateAsync(pipeline));
    }

    [Fact]
    public async Task AWorkbookWithAFaultComesBackMarked()
    {
        var book = Path.Combine(folder.FullName, "catalogue.xlsx");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "holidays.csv"), "date,is_day_off\n2023-01-01,yes\n01/05/2023,yes\n");
        await DtpRun.HereAsync("catalogue", "workbook", book, folder.FullName);

        var check = await DtpRun.HereAsync("catalogue", "check", book);

        Assert.Equal(
            (1, $"holidays.csv, line 3: date is '01/05/2023', expected a day like 2025-06-30\n1 problem.\nThey are marked in {Path.Combine(folder.FullName, "catalogue.checked.xlsx")}.\n"),
            (check.ExitCode, check.Output));
        Assert.True(File.Exists(Path.Combine(folder.FullName, "catalogue.checked.xlsx")));
    }

    private static async Task<TestPipeline> StartAsync()
    {
        var pipeline = await FewBodies.StartAsync(
            "2023-06-20T09:00:00+07:00", new Dictionary<string, string?> { ["DtPipeline:CatalogueEvery"] = "00:00:00" }, "P63-01", "P63-48", "P34-01", "P34-48");
        await pipeline.DropAsync(Report, "indicator,value\nGOV-01,1\nDE-08,100\n");
        pipeline.Clock.Set("2023-07-10T09:00:00+07:00");
        await pipeline.SettleAsync();
        return pipeline;
    }

    private static async Task AssertReceiptIsCorrectedAsync(TestPipeline pipeline, string hash, string by)
    {
        var receipt = (await pipeline.Account.Receipts.GetBlobClient(ReceiptWriter.NameOf(Report)).DownloadContentAsync()).Value.Content.ToObjectFromJson<Receipt>(DtPipeline.Azure.Storage.Json.Options)!;
        var correction = Assert.Single(receipt.Corrections!);
        Assert.Equal(("PROV-Q", "on_time", "late", by, hash), (correction.Form, correction.From, correction.To, correction.By, correction.Catalogue));
        Assert.Equal("PROV-Q: on time, 2 of 25 indicators, due 26 June 2023 → late, 2 of 25 indicators, due 15 June 2023.", correction.Message.En);
        var page = (await pipeline.Account.Receipts.GetBlobClient(ReceiptWriter.PageOf(Report)).DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains(
            $"PROV-Q: đúng hạn, 2/25 chỉ tiêu, hạn nộp 26/06/2023 → nộp muộn, 2/25 chỉ tiêu, hạn nộp 15/06/2023. {by} xác nhận ngày 10/07/2023.",
            WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    private static async Task<string?> StateAsync(TestPipeline pipeline) =>
        (await pipeline.Account.Obligations.GetEntityAsync<TableEntity>("2023-Q2~PROV-Q", "P63-01")).Value.GetString("State");

    private static async Task<TableEntity> AlertAsync(TestPipeline pipeline, string type) =>
        Assert.Single(await pipeline.Account.Alerts.QueryAsync<TableEntity>("PartitionKey eq 'catalogue'").ToListAsync(), r => r.RowKey.StartsWith(type, StringComparison.Ordinal));

    private static string Earlier() => Of("regimes.csv", "reporting_body,quarterly", "reporting_body,quarterly,15,-1,14,0,25", "reporting_body,quarterly,15,-1,14,0,15");

    /// <summary>The built-in file with one line changed.</summary>
    private static string Of(string file, string line, string from, string to) => string.Join(
        '\n', DefaultCatalogue.TextOf(file)!.ReplaceLineEndings("\n").Split('\n').Select(l => l.Contains(line, StringComparison.Ordinal) && !l.StartsWith("TT02", StringComparison.Ordinal) ? l.Replace(from, to, StringComparison.Ordinal) : l));

    [GeneratedRegex("--confirm ([0-9a-f]{12})")]
    private static partial Regex Hash();
}

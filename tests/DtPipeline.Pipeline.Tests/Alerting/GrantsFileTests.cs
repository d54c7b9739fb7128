using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>What the secretariat drops into the container <c>catalogue</c> holds without a restart.</summary>
public sealed class GrantsFileTests
{
    private const string Header = "form,organisation,period,kind,until,granted_by,granted_on,reason\n";

    [Fact]
    public async Task AnExtensionSettlesTheAlertOfItsOwnObligationAndOfNoOther()
    {
        await using var pipeline = await OverdueAsync();
        Assert.Equal(3, await OverdueCountAsync(pipeline));

        await pipeline.PutCatalogueAsync("grants.csv", Header + "PROV-Q,P63-01,2023-Q2,extension,2023-07-10,QĐ 12/QĐ-UBQG,2023-06-27,Bão\n");
        await pipeline.SettleAsync();

        Assert.Equal(2, await OverdueCountAsync(pipeline));
        Assert.Equal("expected 2023-06-25 2023-07-10", await ObligationAsync(pipeline, "P63-01"));
        Assert.Equal("missing 2023-06-25 2023-06-26", await ObligationAsync(pipeline, "P63-79"));
        pipeline.Clock.Set("2023-07-11T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.Equal(3, await OverdueCountAsync(pipeline));
    }

    [Fact]
    public async Task AnExemptionSettlesItForGood()
    {
        await using var pipeline = await OverdueAsync();

        await pipeline.PutCatalogueAsync("grants.csv", Header + "PROV-Q,P63-01,2023-Q2,exemption,,QĐ 12/QĐ-UBQG,2023-06-27,Bão\n");
        await pipeline.SettleAsync();

        Assert.Equal(2, await OverdueCountAsync(pipeline));
        Assert.Equal("exempt 2023-06-25 2023-06-26", await ObligationAsync(pipeline, "P63-01"));
    }

    [Fact]
    public async Task AWrongLineIsToldToTheSecretariatUntilItIsMended()
    {
        await using var pipeline = await OverdueAsync();
        await pipeline.PutCatalogueAsync("grants.csv", Header + "PROV-Q,P63-01,2023-Q2,extension,,QĐ 12,2023-06-27,Bão\n");
        await pipeline.SettleAsync();

        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("catalogue", "catalogue.faulty~grants.csv")).Value;
        Assert.Equal(
            "The file 'grants.csv' in the container catalogue has 1 fault; these lines do not count: line 2: until is empty; an extension needs the last day on which the report is on time.",
            row.GetString("MessageEn"));
        Assert.Equal(("open", "red"), (row.GetString("State"), row.GetString("Severity")));

        await pipeline.PutCatalogueAsync("grants.csv", Header);
        await pipeline.SettleAsync();
        row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("catalogue", "catalogue.faulty~grants.csv")).Value;
        Assert.Equal("resolved", row.GetString("State"));
    }

    [Fact]
    public async Task ACatalogueThatBecameWrongLeavesTheLastGoodOneInForceAndIsTold()
    {
        await using var pipeline = await OverdueAsync();

        await pipeline.PutCatalogueAsync("forms.csv", "code\n");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();

        Assert.Equal("accepted", await pipeline.AnswerAsync("P63-01/2023-Q2/bao-cao.csv"));
        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("catalogue", "catalogue.faulty~forms.csv")).Value;
        Assert.StartsWith("The file 'forms.csv' in the container catalogue has 1 fault; the catalogue before it stays in force: line 1: the header lacks", row.GetString("MessageEn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r\nBcc: x@y.vn", "a line break (U+000D)")]
    [InlineData("\u2028", "a line break (U+2028)")]
    [InlineData("\u202e", "a character that nobody sees (U+202E)")]
    public async Task WhatIsNoLineOfTextIsRefusedAndTheAlertThatSaysSoArrives(string hidden, string name)
    {
        await using var pipeline = await OverdueAsync();

        await pipeline.PutCatalogueAsync("organisations.csv", DefaultCatalogue.TextOf("organisations.csv")!.Replace("P63-01,province,Ha Noi,Hà Nội,", $"P63-01,province,Ha Noi,\"Hà{hidden}Nội\",", StringComparison.Ordinal));
        await pipeline.PutCatalogueAsync("recipients.csv", "code,name,address,organisations,forms,least_severity,told,view\nA,Văn phòng,a@x.vn,\"@all\",,\"r\u0007ed\",first,overseer\n");
        await pipeline.SettleAsync();

        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>("catalogue", "catalogue.faulty~organisations.csv")).Value;
        Assert.Equal(
            $"The file 'organisations.csv' in the container catalogue has 1 fault; the catalogue before it stays in force: line 2: name_vi has {name} at character 3; take it out: a cell is one line of text.",
            row.GetString("MessageEn"));
        Assert.Equal(0, (await pipeline.CountsAsync(StorageNames.SecretariatSubscription)).DeadLettered);
        Assert.Empty(await pipeline.Get<LedgerStore>().OutboxPartitionsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("2023-11-10T08:00:00+07:00", false)]
    [InlineData("2023-11-20T08:00:00+07:00", true)]
    public async Task AYearWithoutAnnouncedDaysOffIsToldOfBeforeItBegins(string now, bool told)
    {
        await using var pipeline = await FewBodies.StartAsync(now, codes: ["P63-01", "P34-01"]);
        await pipeline.PutCatalogueAsync("holidays.csv", "date,is_day_off,status\n2023-01-02,yes,official\n2024-01-01,yes,estimated\n");
        await pipeline.SettleAsync();

        var row = await pipeline.Account.Alerts.GetEntityIfExistsAsync<TableEntity>("catalogue", "calendar.provisional~2024");

        Assert.Equal(told, row.HasValue);
    }

    /// <summary>One province has filed its quarterly report due on 26 June 2023.</summary>
    private static async Task<TestPipeline> OverdueAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-06-27T08:00:00+07:00", codes: ["P63-01", "P63-04", "P63-48", "P63-79", "P34-01", "P34-04", "P34-48", "P34-79"]);
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();
        return pipeline;
    }

    private static async Task<int> OverdueCountAsync(TestPipeline pipeline)
    {
        var count = 0;
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>("Type eq 'dtpipeline.report.overdue' and State eq 'open' and Form eq 'PROV-Q'"))
        {
            count += row.RowKey.StartsWith("report.overdue~2023-Q2~P63-", StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    private static async Task<string> ObligationAsync(TestPipeline pipeline, string organisation)
    {
        var row = (await pipeline.Account.Obligations.GetEntityAsync<TableEntity>("2023-Q2~PROV-Q", organisation)).Value;
        return $"{row.GetString("State")} {row.GetString("DueDay")} {row.GetString("EffectiveDueDay")}";
    }
}

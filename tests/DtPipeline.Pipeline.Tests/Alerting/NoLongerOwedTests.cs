using System.Text.Json.Nodes;
using Azure.Data.Tables;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.Pipeline.Tests.Tasks;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>What was owed, and told of, and is owed no more. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023; one province has filed its.</summary>
public sealed class NoLongerOwedTests
{
    private const string Grants = "form,organisation,period,kind,until,granted_by,granted_on,reason\n";
    private static readonly string[] Bodies = ["P63-01", "P63-48", "P63-94", "P34-01", "P34-48", "P34-92"];

    [Fact]
    public async Task AnOrganisationThatEndedInThePastOwesNothingAndIsNotAlertedOf()
    {
        await using var pipeline = await OverdueAsync();

        await AmendAsync(pipeline, "organisations.csv", Default("organisations.csv").Replace("2008-08-01,2025-06-30,P34-92,94", "2008-08-01,2023-05-31,P34-92,94", StringComparison.Ordinal));
        await pipeline.SettleAsync();

        Assert.Equal("resolved Soc Trang no longer owes the 'Quarterly report of provinces' for 2023-Q2: it reports until 2023-05-31.", await AlertAsync(pipeline, "P63-94"));
        Assert.StartsWith("open", await AlertAsync(pipeline, "P63-01"), StringComparison.Ordinal);
        Assert.Null(await ObligationAsync(pipeline, "P63-94"));
        Assert.Equal("missing", await ObligationAsync(pipeline, "P63-01"));
    }

    [Fact]
    public async Task ADeletedLineSettlesWhatItOwed()
    {
        await using var pipeline = await OverdueAsync();

        await AmendAsync(pipeline, "organisations.csv", string.Join('\n', Default("organisations.csv").Split('\n').Where(l => !l.StartsWith("P63-94,", StringComparison.Ordinal))));
        await pipeline.SettleAsync();

        Assert.Equal("resolved P63-94 no longer owes the 'Quarterly report of provinces' for 2023-Q2: it is no longer in organisations.csv.", await AlertAsync(pipeline, "P63-94"));
        Assert.Null(await ObligationAsync(pipeline, "P63-94"));
    }

    [Fact]
    public async Task AFormThatIsOwedNoMoreSettlesTheAlertsOfAll()
    {
        await using var pipeline = await OverdueAsync();

        await AmendAsync(pipeline, "forms.csv", Default("forms.csv").Replace("@provinces,ND09-2019,2023-Q1,,", "@provinces,ND09-2019,2023-Q1,2023-Q1,", StringComparison.Ordinal));
        await pipeline.SettleAsync();

        Assert.Equal("resolved Ha Noi no longer owes the 'Quarterly report of provinces' for 2023-Q2: the form is owed from 2023-Q1 to 2023-Q1.", await AlertAsync(pipeline, "P63-01"));
        Assert.Empty(await OpenAsync(pipeline));
        Assert.Null(await ObligationAsync(pipeline, "P63-01"));
    }

    [Fact]
    public async Task AnExemptionForAReportOver400DaysLateSettlesItAndSaysWhy()
    {
        await using var pipeline = await OverdueAsync();
        pipeline.Clock.Set("2024-09-10T08:00:00+07:00");
        await pipeline.SettleAsync();
        Assert.StartsWith("open", await AlertAsync(pipeline, "P63-01"), StringComparison.Ordinal);

        await pipeline.PutCatalogueAsync("grants.csv", Grants + "PROV-Q,P63-01,2023-Q2,exemption,,QĐ 12/QĐ-UBQG,2024-09-09,Bão\n");
        await pipeline.SettleAsync();

        Assert.Equal("resolved Ha Noi need not file the 'Quarterly report of provinces' for 2023-Q2: Bão (QĐ 12/QĐ-UBQG).", await AlertAsync(pipeline, "P63-01"));
        Assert.Single(await OpenAsync(pipeline));
    }

    [Theory]
    [InlineData("2023-06-28T08:00:00+07:00")]
    [InlineData("2024-09-10T08:00:00+07:00")]
    public async Task WhatWillNotComeIsClosedWithItsReasonAndStaysMissing(string now)
    {
        await using var pipeline = await OverdueAsync();
        pipeline.Clock.Set(now);

        await pipeline.PutCatalogueAsync("grants.csv", Grants + "PROV-Q,P63-01,2023-Q2,closure,,Tổ thư ký,2023-06-28,Cơ quan đã giải thể\n");
        await pipeline.SettleAsync();
        await pipeline.SettleAsync();

        Assert.Equal("resolved Ha Noi: the 'Quarterly report of provinces' for 2023-Q2 is awaited no longer: Cơ quan đã giải thể (Tổ thư ký).", await AlertAsync(pipeline, "P63-01"));
        Assert.Equal("missing", await ObligationAsync(pipeline, "P63-01"));
        Assert.Single(await OpenAsync(pipeline));
    }

    [Theory]
    [InlineData("2023-04-20T09:00:00+07:00", 6)]
    [InlineData("2024-09-10T08:00:00+07:00", 1)]
    public async Task AnAlertForAllEndsOnceOneHasFiledHoweverLateAndHoweverMany(string now, int filed)
    {
        await using var pipeline = await FewBodies.StartAsync("2023-03-17T09:00:00+07:00", codes: FewBodies.SixProvinces);
        await OneForm.PutAsync(pipeline);
        await pipeline.SettleAtAsync("2023-04-03T09:00:00+07:00");
        await pipeline.SettleAtAsync(now);
        Assert.Equal("open", await StateAsync(pipeline, "@provinces", "report.overdue~2023-Q1~F-Q"));

        foreach (var province in (await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None)).Organisations.Where(o => o.Code.StartsWith("P63-", StringComparison.Ordinal)).Reverse().Take(filed))
        {
            await pipeline.DropAsync($"{province.Code}/2023-Q1/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        }

        await pipeline.SettleAsync();

        Assert.StartsWith("resolved", await StateAsync(pipeline, "@provinces", "report.overdue~2023-Q1~F-Q"), StringComparison.Ordinal);
        Assert.Equal(6 - filed, (await pipeline.Account.Alerts.QueryAsync<TableEntity>("State eq 'open'").ToListAsync()).Count(r => r.RowKey.StartsWith("report.overdue~2023-Q1~P63-", StringComparison.Ordinal)));
    }

    /// <summary>Another province has filed, so that each of the others has an alert of its own.</summary>
    private static async Task<TestPipeline> OverdueAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-06-27T08:00:00+07:00", codes: Bodies);
        await FewBodies.PutFormAsync(pipeline, "PROV-Q");
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", $"indicator,value\n{string.Join('\n', Required.Select(i => $"{i},không phát sinh"))}\n");
        await pipeline.SettleAsync();
        return pipeline;
    }

    private static IEnumerable<string> Required =>
        CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!.Forms.Single(f => f.Code == "PROV-Q").Indicators.Where(i => i.Required).Select(i => i.Indicator);

    private static string Default(string file) => file == "organisations.csv" ? FewBodies.Organisations(Bodies) : FewBodies.Form("PROV-Q");

    /// <summary>It reaches back, and somebody says that it is meant.</summary>
    private static async Task AmendAsync(TestPipeline pipeline, string file, string text)
    {
        await pipeline.PutCatalogueAsync(file, text);
        var catalogues = pipeline.Get<CatalogueStore>();
        Assert.True(await catalogues.ConfirmAsync((await catalogues.StandingAsync(CancellationToken.None)).Held!.Hash, "A", CancellationToken.None));
    }

    private static async Task<IReadOnlyList<JsonNode>> OpenAsync(TestPipeline pipeline) =>
    [
        .. JsonNode.Parse(await pipeline.Get<AlertDesk>().ListAsync(AlertQuestion.Standing, CancellationToken.None))!["items"]!.AsArray().OfType<JsonNode>()
            .Where(a => a["type"]!.GetValue<string>() == "report.overdue" && a["period"]!.GetValue<string>() == "2023-Q2" && a["form"]!.GetValue<string>() == "PROV-Q"),
    ];

    private static Task<string> AlertAsync(TestPipeline pipeline, string organisation) => StateAsync(pipeline, organisation, $"report.overdue~2023-Q2~{organisation}~PROV-Q");

    private static async Task<string> StateAsync(TestPipeline pipeline, string organisation, string key)
    {
        var row = (await pipeline.Account.Alerts.GetEntityAsync<TableEntity>(organisation, key)).Value;
        return $"{row.GetString("State")} {row.GetString("MessageEn")}".TrimEnd();
    }

    private static async Task<string?> ObligationAsync(TestPipeline pipeline, string organisation)
    {
        var row = await pipeline.Account.Obligations.GetEntityIfExistsAsync<TableEntity>("2023-Q2~PROV-Q", organisation);
        return row.HasValue ? row.Value!.GetString("State") : null;
    }
}

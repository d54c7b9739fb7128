using Azure;
using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>What is read of a period that others are compared with.</summary>
public sealed class LedgerPeriodsTests
{
    [Theory]
    [InlineData]
    [InlineData("P63-02")]
    public async Task FiguresSayOfEachValueWhatTheLedgerSaysAndNothingOfItsFile(params string[] cuts)
    {
        Assert.True(Period.TryParse("2023-Q1", out var period));
        await using var pipeline = await TestPipeline.StartAsync("2023-04-10T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q1/a.csv", "indicator,value,status,numerator,denominator,note\nDG-05,25,P,1,4,tạm tính\nDS-05,7,A,,,\n");
        await pipeline.DropAsync("P63-02/2023-Q1/a.csv", "indicator,value,status\nDS-05,7,A\n");
        await pipeline.DropAsync("P63-04/2023-Q1/a.csv", "indicator,value\nDS-05,9\n");
        await pipeline.Account.Ledger.UpdateEntityAsync(new TableEntity("2023-Q1~P63-04", "head") { ["Applying"] = "file" }, ETag.All, TableUpdateMode.Merge);
        var ledger = pipeline.Get<LedgerPeriods>();

        var figures = await ledger.ReadFiguresAsync(period, cuts, CancellationToken.None);

        Assert.Equal(["P63-01", "P63-02"], figures.Keys.Order(StringComparer.Ordinal));
        var values = figures["P63-01"].Observations;
        Assert.Equal(("DG-05", 25d, "P", 1d, 4d, "percent"), values["DG-05"] is var share ? (share.Indicator, share.Value, share.Status, share.Numerator, share.Denominator, share.Unit) : default);
        Assert.Equal((null, string.Empty), (values["DG-05"].Note, values["DG-05"].FileId));
        Assert.Equal(figures["P63-02"].Observations["DS-05"], values["DS-05"]);
        var whole = await ledger.ReadAsync(period, cuts, CancellationToken.None);
        Assert.Equal(["P63-01", "P63-02", "P63-04"], whole.Keys.Order(StringComparer.Ordinal));
        Assert.All(figures, f => Assert.Equal(whole[f.Key].State.Observations.Select(o => (o.Key, o.Value.Value, o.Value.Unit)), f.Value.Observations.Select(o => (o.Key, o.Value.Value, o.Value.Unit))));
    }
}

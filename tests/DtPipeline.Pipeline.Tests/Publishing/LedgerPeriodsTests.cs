using Azure;
using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>What is read of a period that others are compared with.</summary>
public sealed class LedgerPeriodsTests
{
    [Fact]
    public async Task FiguresSayOfEachValueWhatTheLedgerSaysAndNothingOfItsFile()
    {
        Assert.True(Period.TryParse("2023-Q1", out var period));
        await using var pipeline = await TestPipeline.StartAsync("2023-04-10T09:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q1/a.csv", "indicator,value,status,numerator,denominator,note\nDG-05,25,P,1,4,tạm tính\nDS-05,7,A,,,\n");
        await pipeline.DropAsync("P63-02/2023-Q1/a.csv", "indicator,value,status\nDS-05,7,A\n");
        await pipeline.DropAsync("P63-04/2023-Q1/a.csv", "indicator,value\nDS-05,9\n");
        await pipeline.Account.Ledger.UpdateEntityAsync(new TableEntity("2023-Q1~P63-04", "head") { ["Applying"] = "file" }, ETag.All, TableUpdateMode.Merge);
        var ledger = pipeline.Get<LedgerPeriods>();

        var figures = await ledger.ReadFiguresAsync(period, CancellationToken.None);

        Assert.Equal(["P63-01", "P63-02"], figures.Keys.Order(StringComparer.Ordinal));
        var values = figures["P63-01"].Observations;
        Assert.Equal(("DG-05", 25d, "P", 1d, 4d, "percent"), values["DG-05"] is var share ? (share.Indicator, share.Value, share.Status, share.Numerator, share.Denominator, share.Unit) : default);
        Assert.Equal((null, string.Empty), (values["DG-05"].Note, values["DG-05"].FileId));
        Assert.Equal(figures["P63-02"].Observations["DS-05"], values["DS-05"]);
        var whole = await ledger.ReadAsync(period, CancellationToken.None);
        Assert.Equal(["P63-01", "P63-02", "P63-04"], whole.Keys.Order(StringComparer.Ordinal));
        Assert.All(figures, f => Assert.Equal(whole[f.Key].State.Observations.Select(o => (o.Key, o.Value.Value, o.Value.Unit)), f.Value.Observations.Select(o => (o.Key, o.Value.Value, o.Value.Unit))));
    }

    /// <summary>As an older app leaves them that has written last, whether of one partition or of more than are asked for one by one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    public async Task PartitionsWhoseHeadsHoldNoValuesAreReadByTheirRows(int without)
    {
        Assert.True(Period.TryParse("2023-Q1", out var period));
        await using var pipeline = await TestPipeline.StartAsync("2023-04-10T09:00:00+07:00");
        List<string> codes = [.. (await pipeline.Get<CatalogueStore>().GetAsync(CancellationToken.None)).Organisations.Select(o => o.Code).Where(c => c.StartsWith("P63-", StringComparison.Ordinal)).Take(15)];
        foreach (var (code, number) in codes.Select((c, i) => (c, i)))
        {
            await pipeline.DropAsync($"{code}/2023-Q1/a.csv", $"indicator,value,note\nDS-05,{number},ghi chú {number}\nGOV-01,1,\n");
        }

        var held = await ReadAsync(pipeline, period);
        foreach (var code in codes.Take(without))
        {
            var head = (await pipeline.Account.Ledger.GetEntityAsync<TableEntity>($"2023-Q1~{code}", "head")).Value;
            Assert.True(head.Remove("Observations"));
            await pipeline.Account.Ledger.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);
        }

        await pipeline.Account.Ledger.UpdateEntityAsync(new TableEntity($"2023-Q1~{codes[0]}", "obs~DS-05") { ["Value"] = 77.0 }, ETag.All, TableUpdateMode.Merge);
        var read = await ReadAsync(pipeline, period);

        Assert.Equal(codes.Count * 4, held.Count);
        Assert.Contains($"{codes[3]} DS-05 3 ghi chú 3", held);
        Assert.Equal(held.Select(l => l.Replace($"{codes[0]} DS-05 0", $"{codes[0]} DS-05 77", StringComparison.Ordinal)), read);
    }

    /// <summary>A line a value, as of the period itself and as of one that others are compared with.</summary>
    private static async Task<List<string>> ReadAsync(TestPipeline pipeline, Period period)
    {
        var ledger = pipeline.Get<LedgerPeriods>();
        var whole = (await ledger.ReadAsync(period, CancellationToken.None)).ToDictionary(s => s.Key, s => s.Value.State);
        var figures = await ledger.ReadFiguresAsync(period, CancellationToken.None);
        return [.. new[] { whole, figures }.SelectMany(read => read.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => r.Value.Observations.Values.Select(o => $"{r.Key} {o.Indicator} {o.Value} {o.Note}".TrimEnd())))];
    }
}

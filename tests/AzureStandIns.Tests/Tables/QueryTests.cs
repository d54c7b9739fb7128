using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task EveryRowOfManyPagesIsReadOnce()
    {
        var table = await TableWithRowsAsync(2_500);

        var pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();
        var chosen = await table.QueryAsync<TableEntity>(maxPerPage: 700).AsPages().ToListAsync();

        Assert.Equal([1_000, 1_000, 500], pages.Select(page => page.Values.Count));
        Assert.Equal([700, 700, 700, 400], chosen.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, 2_500), pages.SelectMany(page => page.Values).Select(row => row.GetInt32("Number")!.Value));
        Assert.Equal(Enumerable.Range(0, 2_500), chosen.SelectMany(page => page.Values).Select(row => row.GetInt32("Number")!.Value));
        Assert.Null(pages[^1].ContinuationToken);

        var resumed = await table.QueryAsync<TableEntity>().AsPages(pages[1].ContinuationToken, pageSizeHint: 10).FirstAsync();
        Assert.Equal(Enumerable.Range(2_000, 10), resumed.Values.Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task SelectReturnsOnlyTheNamedProperties()
    {
        var table = await TableWithRowsAsync(3);

        var rows = await table.QueryAsync<TableEntity>(select: ["RowKey", "Number"]).ToListAsync();
        TableEntity one = await table.GetEntityAsync<TableEntity>("p", "00001", ["Number"]);

        Assert.All(rows, row => Assert.Equal(["Number", "RowKey"], row.Keys.Where(key => key != "odata.etag").Order()));
        Assert.Equal(["00000", "00001", "00002"], rows.Select(row => row.RowKey));
        Assert.Equal(["Number"], one.Keys.Where(key => key != "odata.etag"));
        Assert.NotEqual(default, one.ETag);
    }

    [Fact]
    public async Task RangesOfEveryTypeFilter()
    {
        var table = await azurite.NewTableAsync();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(7));
        var guids = Enumerable.Range(0, 5).Select(number => new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])).ToArray();
        await table.SubmitTransactionAsync(Enumerable.Range(0, 5).Select(number => new TableTransactionAction(
            TableTransactionActionType.Add,
            new TableEntity("it's p", $"r{number}")
            {
                ["Int"] = number,
                ["Long"] = long.MaxValue - 5 + number,
                ["Double"] = (double)number,
                ["Yes"] = number >= 2,
                ["Time"] = start.AddHours(number),
                ["Guid"] = guids[number],
                ["Bytes"] = new byte[] { (byte)(number * 50), 171 },
                ["Text"] = $"đường {number}",
            })));

        await AssertFilteredAsync(["r1", "r2"], table, TableClient.CreateQueryFilter($"RowKey ge {"r1"} and RowKey lt {"r3"}"));
        await AssertFilteredAsync(["r3", "r4"], table, TableClient.CreateQueryFilter($"PartitionKey eq {"it's p"} and Int gt {2}"));
        await AssertFilteredAsync(["r0", "r1"], table, TableClient.CreateQueryFilter($"Long lt {long.MaxValue - 3}"));
        await AssertFilteredAsync(["r2"], table, TableClient.CreateQueryFilter($"Double ge {2.0} and Double lt {2.5}"));
        await AssertFilteredAsync(["r0", "r1"], table, TableClient.CreateQueryFilter($"Yes eq {false}"));
        var end = start.AddHours(2).UtcDateTime;
        await AssertFilteredAsync(["r1", "r2"], table, TableClient.CreateQueryFilter($"Time gt {start} and Time le {end}"));
        await AssertFilteredAsync(["r4"], table, TableClient.CreateQueryFilter($"Guid eq {guids[4]}"));
        await AssertFilteredAsync(["r3"], table, TableClient.CreateQueryFilter($"Bytes eq {new byte[] { 150, 171 }}"));
        await AssertFilteredAsync(["r3"], table, TableClient.CreateQueryFilter($"Bytes eq {BinaryData.FromBytes([150, 171])}"));
        await AssertFilteredAsync(["r2"], table, TableClient.CreateQueryFilter($"Text eq {"đường 2"}"));
    }

    [Fact]
    public void AFilterQuotesAndMarksItsValues()
    {
        var time = new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.FromHours(7));
        byte[] bytes = [10, 255];
        var guid = Guid.Empty;

        var filter = TableClient.CreateQueryFilter(
            $"a eq {"' or 'x' eq 'y"} and b eq {5L} and c eq {36.0} and d eq {time} and e eq {guid} and f eq {true} and g eq {bytes}");

        Assert.Equal(
            "a eq ''' or ''x'' eq ''y' and b eq 5L and c eq 36.0 and d eq datetime'2026-03-01T00:00:00.0000000Z' "
                + "and e eq guid'00000000-0000-0000-0000-000000000000' and f eq true and g eq X'0aff'",
            filter);
    }

    [Fact]
    public void AFilterCannotCompareWithJustAnything()
        => Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {new Version(1, 0)}"));

    [Fact]
    public async Task ACancelledQueryStops()
    {
        var table = await TableWithRowsAsync(3);
        using var cancellation = new CancellationTokenSource();

        var reading = async () =>
        {
            await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 1).AsPages().WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(reading);
    }

    private static async Task AssertFilteredAsync(string[] expected, TableClient table, string filter)
        => Assert.Equal(expected, await table.QueryAsync<TableEntity>(filter).Select(row => row.RowKey).ToListAsync());

    private async Task<TableClient> TableWithRowsAsync(int count)
    {
        var table = await azurite.NewTableAsync();
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(number => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("p", $"{number:d5}") { ["Number"] = number, ["Extra"] = "x" })));
        }

        return table;
    }
}

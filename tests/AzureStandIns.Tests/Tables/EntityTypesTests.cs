using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

[Collection(AzuriteFixture.Name)]
public sealed class EntityTypesTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset _toTheTick =
        new DateTimeOffset(2026, 3, 1, 23, 59, 58, TimeSpan.FromHours(7)).AddTicks(1_234_567);

    [Fact]
    public async Task EveryTypeComesBackAsItWasSent()
    {
        var guid = Guid.NewGuid();
        var read = await RoundTripAsync(new TableEntity("p", "r")
        {
            ["Text"] = "Sốt xuất huyết ở Hà Nội: \"nặng\"\n\t🦟",
            ["Empty"] = "",
            ["LooksLikeADate"] = "2026-03-01T00:00:00Z",
            ["Yes"] = true,
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["SmallLong"] = 7L,
            ["Double"] = 0.1 + 0.2,
            ["Time"] = _toTheTick,
            ["Guid"] = guid,
            ["Bytes"] = new byte[] { 0, 1, 254, 255 },
        });

        Assert.Equal("Sốt xuất huyết ở Hà Nội: \"nặng\"\n\t🦟", read.GetString("Text"));
        Assert.Equal("", read.GetString("Empty"));
        Assert.Equal("2026-03-01T00:00:00Z", read.GetString("LooksLikeADate"));
        Assert.True(read.GetBoolean("Yes"));
        Assert.Equal(int.MinValue, read.GetInt32("Int"));
        Assert.Equal(long.MaxValue, read.GetInt64("Long"));
        Assert.Equal(7L, read["SmallLong"]);
        Assert.Equal(0.1 + 0.2, read.GetDouble("Double"));
        Assert.Equal(_toTheTick, read.GetDateTimeOffset("Time"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Time")!.Value.Offset);
        Assert.Equal(_toTheTick.UtcDateTime, read.GetDateTime("Time"));
        Assert.Equal(guid, read.GetGuid("Guid"));
        Assert.Equal([0, 1, 254, 255], read.GetBinary("Bytes"));
        Assert.Equal([0, 1, 254, 255], read.GetBinaryData("Bytes").ToArray());
    }

    [Theory]
    [InlineData(36.0)]
    [InlineData(0.0)]
    [InlineData(-5.0)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task ADoubleStaysADouble(double number)
    {
        var read = await RoundTripAsync(new TableEntity("p", "r") { ["Number"] = number });

        Assert.Equal(number, Assert.IsType<double>(read["Number"]));
    }

    [Fact]
    public async Task ANullPropertyIsNotStored()
    {
        var read = await RoundTripAsync(new TableEntity("p", "r") { ["Nothing"] = null, ["Something"] = 1 });

        Assert.False(read.ContainsKey("Nothing"));
        Assert.Null(read.GetString("Nothing"));
        Assert.Null(read["Nothing"]);
        Assert.Equal(1, read.GetInt32("Something"));
    }

    [Fact]
    public async Task TimestampAndETagAreFilledOnRead()
    {
        var before = TimeProvider.System.GetUtcNow().AddMinutes(-1);

        var read = await RoundTripAsync(new TableEntity("p", "r"));

        Assert.InRange(read.Timestamp!.Value, before, before.AddMinutes(2));
        Assert.StartsWith("W/\"", read.ETag.ToString(), StringComparison.Ordinal);
        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnEntityReadCanBeWrittenBack()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Cases"] = 3L });
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        read["Cases"] = 4;
        await table.UpdateEntityAsync(read, read.ETag, TableUpdateMode.Replace);

        TableEntity again = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(4L, again["Cases"]);
        Assert.NotEqual(read.ETag, again.ETag);
    }

    [Fact]
    public void AGetterOfAnotherTypeSaysWhatThePropertyIs()
    {
        var entity = new TableEntity("p", "r") { ["Cases"] = 3 };

        var error = Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Cases"));

        Assert.Equal("Cannot return System.Int64 for property Cases, which is System.Int32.", error.Message);
    }

    [Fact]
    public async Task ATimeThatIsNotUtcIsRefused()
    {
        var table = await azurite.NewTableAsync();
        var entity = new TableEntity("p", "r") { ["When"] = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified) };

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(entity));

        Assert.Equal("Property When is a DateTime of kind Unspecified; the Table service stores UTC only.", error.Message);
    }

    private async Task<TableEntity> RoundTripAsync(TableEntity entity)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(entity);
        return await table.GetEntityAsync<TableEntity>(entity.PartitionKey, entity.RowKey);
    }
}

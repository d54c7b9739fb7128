using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace AzureStandIns.Tests.Tables;

/// <summary>An entity may be any class that implements ITableEntity, rather than a dictionary.</summary>
[Collection(AzuriteFixture.Name)]
public sealed class EntityClassTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task ItComesBackByItsProperties()
    {
        var table = await azurite.NewTableAsync();
        var sent = new Observation
        {
            PartitionKey = "p",
            RowKey = "r",
            Place = "Đà Nẵng",
            Cases = 12,
            Population = 1_200_000_000_000,
            Celsius = 36.0,
            Confirmed = true,
            Kind = Kind.Laboratory,
            On = new DateTime(2026, 3, 1, 7, 0, 0, DateTimeKind.Utc),
            At = new DateTimeOffset(2026, 3, 1, 23, 59, 58, TimeSpan.Zero).AddTicks(1_234_567),
            Id = Guid.NewGuid(),
            Draft = "not stored",
            Raw = [1, 2],
            Attachment = BinaryData.FromString("x"),
        };

        await table.AddEntityAsync(sent);
        Observation read = await table.GetEntityAsync<Observation>("p", "r");

        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.Equal((sent.Place, sent.Cases, sent.Population), (read.Place, read.Cases, read.Population));
        Assert.Equal((sent.Celsius, sent.Confirmed, sent.Kind), (read.Celsius, read.Confirmed, read.Kind));
        Assert.Equal((sent.On, sent.At, sent.Id), (read.On, read.At, read.Id));
        Assert.Equal(sent.Raw, read.Raw);
        Assert.Equal("x", read.Attachment!.ToString());
        Assert.Null(read.Deaths);
        Assert.Null(read.Second);
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
        TableEntity stored = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal("Laboratory", stored["Kind"]);
        Assert.Equal(96.8, stored["Fahrenheit"]);
        Assert.False(stored.ContainsKey("Deaths"));
        Assert.False(stored.ContainsKey("Draft"));
    }

    [Fact]
    public async Task AMemberThatTheEnumLacksLeavesTheDefault()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Kind"] = "Rumoured", ["Cases"] = 1 });

        var read = Assert.Single(await table.QueryAsync<Observation>().ToListAsync());

        Assert.Equal((Kind.Clinical, 1), (read.Kind, read.Cases));
    }

    [Fact]
    public async Task APropertyOfAnotherTypeIsAnErrorRatherThanAGuess()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Cases"] = "many" });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<Observation>("p", "r"));

        Assert.Equal("A stored System.String does not fit a property of type System.Int32.", error.Message);
    }

    private enum Kind
    {
        Clinical,
        Laboratory,
    }

    private sealed class Observation : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Place { get; set; }

        public int Cases { get; set; }

        public int? Deaths { get; set; }

        public long Population { get; set; }

        public double? Celsius { get; set; }

        public double? Fahrenheit => (Celsius * 9 / 5) + 32;

        [IgnoreDataMember]
        public string? Draft { get; set; }

        public bool? Confirmed { get; set; }

        public Kind Kind { get; set; }

        public Kind? Second { get; set; }

        public DateTime On { get; set; }

        public DateTimeOffset At { get; set; }

        public Guid Id { get; set; }

        public byte[]? Raw { get; set; }

        public BinaryData? Attachment { get; set; }
    }
}

using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Moving;

namespace DtPipeline.Pipeline.Tests.Cli;

public sealed class ExportedRowTests
{
    private static readonly DateTimeOffset Time = new(2023, 6, 20, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EveryTypeOfATableComesBackAsItWas()
    {
        var row = new TableEntity("kỳ~\"1\"", "dòng\n2")
        {
            ["Text"] = "Hà Nội \"1\"\\ \u0001",
            ["Yes"] = true,
            ["Int"] = 36,
            ["Long"] = long.MaxValue,
            ["Double"] = 36.0,
            ["Third"] = 1.0 / 3,
            ["NotANumber"] = double.NaN,
            ["Endless"] = double.NegativeInfinity,
            ["Time"] = Time.AddTicks(1234567),
            ["Guid"] = new Guid("01234567-89ab-cdef-0123-456789abcdef"),
            ["Bytes"] = new byte[] { 0, 255 },
        };

        var read = ExportedRow.Read(ExportedRow.Write(row));

        Assert.Equal(row.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        Assert.All(row.Keys, key => Assert.IsType(row[key].GetType(), read[key]));
        Assert.All(row.Keys, key => Assert.Equal(row[key], read[key]));
    }

    [Fact]
    public void ARowIsOneLineOfJsonWithTypesAsInOData() => Assert.Equal(
        """{"PartitionKey":"2023-Q2~P63-01","RowKey":"obs~DG-05","Note":"Tổ \"1\"","Revisions":0,"UploadedAt@odata.type":"Edm.DateTime","UploadedAt":"2023-06-20T02:00:00.0000000Z","Value@odata.type":"Edm.Double","Value":38.5}""",
        ExportedRow.Write(new TableEntity("2023-Q2~P63-01", "obs~DG-05") { ["Value"] = 38.5, ["UploadedAt"] = Time, ["Revisions"] = 0, ["Note"] = "Tổ \"1\"" }));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"PartitionKey\":\"a\"}")]
    [InlineData("{\"PartitionKey\":\"a\",\"RowKey\":\"b\",\"T@odata.type\":\"Edm.DateTime\",\"T\":\"hôm qua\"}")]
    public void ALineThatIsNoRowIsToldFromOne(string line) => Assert.ThrowsAny<JsonException>(() => ExportedRow.Read(line));
}

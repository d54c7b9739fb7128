using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Access;

/// <summary>A reporter of one province at everything that is of another, over HTTP.</summary>
public sealed class OtherProvinceTests(RunningHost running)
{
    [Theory]
    [InlineData("files/P34-30/2025-07")]
    [InlineData("templates/P34-30/2025-07")]
    [InlineData("observations?organisation=P34-30")]
    [InlineData("observations?organisation=P34-31&organisation=P34-30")]
    [InlineData("observations")]
    [InlineData("alerts")]
    [InlineData("closings")]
    [InlineData("catalogue")]
    [InlineData("periods/2025-Q3")]
    [InlineData("briefs")]
    [InlineData("receipts/P34-30/2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31/../P34-30/2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31/%2e%2e/P34-30/2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31/..%2fP34-30/2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31%5c..%5cP34-30/2025-07/bao-cao.csv")]
    [InlineData("receipts/p34-31/2025-07/bao-cao.csv")]
    [InlineData("receipts/%EF%BC%B034-31/2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31./2025-07/bao-cao.csv")]
    [InlineData("receipts/P34-31%20/2025-07/bao-cao.csv")]
    [InlineData("files/P34-31%2f..%2fP34-30/2025-07")]
    public async Task IsNotShown(string path)
    {
        var asked = await Asked.AsAsync(running.Http, "reporter:P34-31", "GET", path);

        Assert.Equal((403, "role.insufficient"), (asked.Status, asked.Code));
    }

    [Theory]
    [InlineData("POST", "uploads")]
    [InlineData("PUT", "uploads/P34-30/2025-07/a.csv")]
    [InlineData("PUT", "uploads/P34-31/../P34-30/2025-07/a.csv")]
    [InlineData("PUT", "uploads/P34-31%5c..%5cP34-30/2025-07/a.csv")]
    [InlineData("POST", "alerts/P34-30/report.overdue~PROV-Q~2025-Q2")]
    [InlineData("POST", "closings/PROV-Q/2025-Q2")]
    [InlineData("POST", "catalogue/0000")]
    public async Task IsNotChanged(string method, string path)
    {
        object body = new { organisation = "P34-30", period = "2025-07", fileName = "a.csv", bytes = 10, action = "acknowledge", by = "Lan" };

        Assert.Equal((403, "role.insufficient"), await StatusOfAsync("reporter:P34-31"));
        Assert.Equal((403, "role.insufficient"), await StatusOfAsync("viewer"));
        Assert.Equal((403, "role.insufficient"), await StatusOfAsync("nobody"));

        async Task<(int, string?)> StatusOfAsync(string role) => await Asked.AsAsync(running.Http, role, method, path, body) is var asked ? (asked.Status, asked.Code) : default;
    }

    [Theory]
    [InlineData("P34-31/2025-07%2f..%2f..%2fP34-30/a.csv")]
    [InlineData("P34-31/2025-07/..%5ca.csv")]
    [InlineData("P34-31/2025-07/a.csv.")]
    [InlineData("P34-31/2025-07/%EF%BC%8E%EF%BC%8E")]
    [InlineData("P34-31/2025-07/a%252eb.csv")]
    [InlineData("P34-31/2025-07/b/a.csv")]
    [InlineData("P34-31/2025-07")]
    public async Task IsNotReachedThroughItsOwnFolder(string path)
    {
        var asked = await Asked.AsAsync(running.Http, "reporter:P34-31", "PUT", $"uploads/{path}", new { value = 1 });

        Assert.Equal((400, "upload.refused"), (asked.Status, asked.Code));
    }

    [Fact]
    public async Task ItsOwnIsShown()
    {
        Assert.Equal(200, (await Asked.AsAsync(running.Http, "reporter:P34-31", "GET", "templates/P34-31/2025-Q3")).Status);
        Assert.Equal(200, (await Asked.AsAsync(running.Http, "reporter:P34-31", "GET", "files/P34-31/2025-07")).Status);
        Assert.Equal(200, (await Asked.AsAsync(running.Http, "viewer", "GET", "files/P34-31/2025-07")).Status);
        Assert.Equal((404, "receipt.unknown"), await Asked.AsAsync(running.Http, "reporter:P34-31", "GET", "receipts/P34-31/2025-07/none.csv") is var none ? (none.Status, none.Code) : default);
    }
}

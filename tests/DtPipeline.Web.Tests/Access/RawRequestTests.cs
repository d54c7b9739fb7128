using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Access;

/// <summary>Requests as no client writes them, byte by byte.</summary>
public sealed partial class RawRequestTests(RunningHost running)
{
    private string Host => $"Host: 127.0.0.1:{running.Data.Port}\r\n";

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 3\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 0\r\nContent-Length: 40\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2;a=\nb\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("DtPipeline-As: viewer\r\n secretariat\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("X: a\rDtPipeline-As: secretariat\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("X: a\0b\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("Host: example.org\r\nContent-Length: 0\r\n\r\n")]
    public async Task WhatCouldBeReadInTwoWaysIsRefusedAndNothingBehindItIsAnswered(string rest) =>
        Assert.Equal(["400"], await StatusesAsync($"POST /api/v1/alerts HTTP/1.1\r\n{Host}Content-Type: application/json\r\n{rest}GET /api/v1/me HTTP/1.1\r\n{Host}\r\n"));

    [Fact]
    public async Task AReportWhosePartsDoNotFitTogetherIsNotKept()
    {
        Assert.Equal(["400"], await StatusesAsync($"PUT /api/v1/uploads/P34-31/2025-07/dut.csv HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF2\r\n{{}}\r\n0\r\n\r\n"));

        Assert.False(await running.Account.Reports.GetBlobClient("P34-31/2025-07/dut.csv").ExistsAsync());
    }

    [Theory]
    [InlineData("GET http://attacker.example.org/api/v1/me HTTP/1.1\r\n{0}", "400")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\n", "400")]
    [InlineData("GET /api/v1/me HTTP/1.0\r\n", "403")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\nHost: localhost.attacker.example.org\r\n", "403")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\nHost: localhost.\r\n", "403")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\nHost: 0.0.0.0\r\n", "403")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\n{0}X-Forwarded-For: 127.0.0.1, 203.0.113.7\r\n", "403")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\n{0}X-Forwarded-For: unknown\r\n", "403")]
    [InlineData("GET /local/metrics HTTP/1.1\r\nHost: attacker.example.org\r\n", "404")]
    [InlineData("GET /api/periods?a=\u00E9 HTTP/1.1\r\n{0}", "400")]
    [InlineData("GET /../../../etc/passwd HTTP/1.1\r\n{0}", "404")]
    public async Task ARequestThatIsNotForThisMachineByItsOwnNameIsRefused(string head, string status) =>
        Assert.Equal([status], await StatusesAsync($"{head.Replace("{0}", Host, StringComparison.Ordinal)}Connection: close\r\n\r\n"));

    [Fact]
    public async Task AnAddressOfBeforeLeadsNowhereElse()
    {
        var answer = await SendAsync($"GET /api//attacker.example.org/%0d%0aSet-Cookie:a=b HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");

        Assert.Contains("\r\nLocation: /api/v1/", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nSet-Cookie", answer, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string[]> StatusesAsync(string request) => [.. Status().Matches(await SendAsync(request)).Select(m => m.Groups["status"].Value)];

    /// <returns>All that comes until the server ends the connection.</returns>
    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", running.Data.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The connection was reset: what had come before it counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    [GeneratedRegex(@"HTTP/1\.1 (?<status>\d{3}) ")]
    private static partial Regex Status();
}

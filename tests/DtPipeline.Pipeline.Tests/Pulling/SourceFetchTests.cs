using System.Globalization;
using System.IO.Compression;
using System.Text;
using DtPipeline.Azure.Pulling;
using Microsoft.AspNetCore.Http;

namespace DtPipeline.Pipeline.Tests.Pulling;

public sealed class SourceFetchTests : FetchingFromASource
{
    [Fact]
    public async Task AReportIsFetchedWithWhatTellsItFromALaterOne()
    {
        server.Answer = async context =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Tue, 20 Jun 2023 02:00:00 GMT";
            await context.Response.WriteAsync("abc");
        };

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync());

        Assert.Equal(("abc", "\"v1\"", "Tue, 20 Jun 2023 02:00:00 GMT"), (Encoding.UTF8.GetString(fetched.Content), fetched.ETag, fetched.LastModified));
    }

    [Fact]
    public async Task ASourceIsAskedOnlyForWhatIsNew()
    {
        server.Answer = Status(304);

        Assert.IsType<FetchOutcome.Unchanged>(await FetchAsync(known: new Validators("W/\"v1\"", "Tue, 20 Jun 2023 02:00:00 GMT", "abc")));
        Assert.Equal(new SourceRequest("/a.csv", "W/\"v1\"", "Tue, 20 Jun 2023 02:00:00 GMT", null), Assert.Single(server.Requests) with { Cookie = null });
    }

    [Fact]
    public async Task WhatWasNeverFetchedCannotBeUnchanged()
    {
        server.Answer = Status(304);

        await FailsAsync("the source answered with status 304");
    }

    [Fact]
    public async Task CookiesAreNotCarriedAlong()
    {
        server.Answer = context =>
        {
            context.Response.Cookies.Append("who", "me");
            return context.Request.Path == "/a.csv" ? Redirect(context, "/b.csv") : context.Response.WriteAsync("b");
        };

        await FetchAsync();

        Assert.All(server.Requests, r => Assert.True(string.IsNullOrEmpty(r.Cookie)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALargeReportIsReadNoFurtherThanTheLimit(bool saysItsLength)
    {
        server.Answer = async context =>
        {
            context.Response.ContentLength = saysItsLength ? 1_000_000_000 : null;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
            }
        };

        await FailsAsync("the file is larger than 100000 bytes");
    }

    [Fact]
    public async Task AReportOfTheLimitIsTaken()
    {
        server.Answer = context => context.Response.Body.WriteAsync(new byte[Limit]).AsTask();

        Assert.Equal(Limit, Assert.IsType<FetchOutcome.Fetched>(await FetchAsync()).Content.Length);
    }

    [Fact]
    public async Task APackedReportIsUnpacked()
    {
        server.Answer = context => PackedAsync(context, Encoding.UTF8.GetBytes("abc"));

        Assert.Equal("abc", Encoding.UTF8.GetString(Assert.IsType<FetchOutcome.Fetched>(await FetchAsync()).Content));
    }

    [Fact]
    public async Task ABombIsUnpackedNoFurtherThanTheLimit()
    {
        server.Answer = context => PackedAsync(context, new byte[50_000_000]);

        await FailsAsync("the file is larger than 100000 bytes");
    }

    [Fact]
    public async Task AnUnknownPackingIsAFailure()
    {
        server.Answer = context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            return context.Response.WriteAsync("abc");
        };

        await FailsAsync("the source could not be reached, or its answer broke off");
    }

    [Fact]
    public async Task ASourceThatDripsIsGivenUpAfterTheLimit()
    {
        server.Answer = async context =>
        {
            using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await drip.WaitForNextTickAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync("a", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        };

        await FailsAsync("the source had not answered in full within 0.5 seconds", settings => settings with { FetchWithin = TimeSpan.FromSeconds(0.5) });
    }

    [Fact]
    public async Task AnAnswerThatBreaksOffIsAFailure()
    {
        server.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("abc");
            context.Abort();
        };

        await FailsAsync("the source could not be reached, or its answer broke off");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task AnotherStatusIsAFailure(int status)
    {
        server.Answer = Status(status);

        await FailsAsync(string.Create(CultureInfo.InvariantCulture, $"the source answered with status {status}"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task AReportMayNotBeThere(int status)
    {
        server.Answer = Status(status);

        Assert.IsType<FetchOutcome.Absent>(await FetchAsync());
    }

    [Fact]
    public async Task AnEmptyAnswerIsAFailure()
    {
        server.Answer = Status(200);

        await FailsAsync("the source answered with an empty file");
    }

    [Fact]
    public async Task AWebPageIsNoReport()
    {
        server.Answer = context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<html>Đăng nhập</html>");
        };

        await FailsAsync("the source answered with a web page and not with a report");
    }

    [Theory]
    [InlineData("3600", "2023-06-20T10:00:00+07:00")]
    [InlineData("Tue, 20 Jun 2023 03:00:00 GMT", "2023-06-20T10:00:00+07:00")]
    [InlineData("99999999", "2023-06-21T09:00:00+07:00")]
    public async Task ASourceSaysWhenItWantsToBeAskedAgainButNoLaterThanInADay(string wish, string notBefore)
    {
        server.Answer = context =>
        {
            context.Response.Headers.RetryAfter = wish;
            return Status(503)(context);
        };

        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync());

        Assert.Equal(DateTimeOffset.Parse(notBefore, CultureInfo.InvariantCulture), failed.NotBefore);
    }

    private static async Task PackedAsync(HttpContext context, byte[] content)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await packed.WriteAsync(content, context.RequestAborted);
    }
}

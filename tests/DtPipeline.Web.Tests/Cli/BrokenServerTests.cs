using System.Diagnostics;
using System.Globalization;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Pipeline.Tests.Host;

namespace DtPipeline.Web.Tests.Cli;

/// <summary>Answers that come only when something is broken on the way, and what is said then.</summary>
public sealed class BrokenServerTests : IDisposable
{
    private const string Json = "application/json";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dtpipeline-dtp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(401, "application/problem+json", 31, "not_signed_in", "Sign in first.")]
    [InlineData(403, "application/problem+json", 32, "refused", "Sign in first.")]
    [InlineData(404, "application/problem+json", 33, "not_found", "Sign in first.")]
    [InlineData(400, "application/problem+json", 34, "not_understood", "Sign in first.")]
    [InlineData(413, "application/problem+json", 35, "too_large", "Sign in first.")]
    [InlineData(503, "application/problem+json", 36, "server_failed", "Sign in first.")]
    [InlineData(500, "text/html", 36, "server_failed", "SERVERapi/v1/alerts answered 500 Internal Server Error, without a word of why.")]
    [InlineData(200, "text/html", 36, "server_failed", "What answers at SERVER is no DtPipeline: its answer is no JSON.")]
    public async Task WhatIsNoAnswerHasAnExitCodeOfItsKind(int status, string type, int exitCode, string code, string sentence)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer("GET /api/v1/alerts", status, type, _ => """{ "title": "x", "status": 1, "detail": "Sign in first.", "detailVi": "Hãy đăng nhập." }"""[(type == "text/html" ? 1 : 0)..]));

        await DtpFailure.IsToldAsync(exitCode, code, sentence.Replace("SERVER", $"{server.Address}/", StringComparison.Ordinal), ["alerts", "--server", server.Address]);
    }

    [Fact]
    public async Task AProblemIsToldInVietnameseToo()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedAnswer("GET /api/v1/alerts", 403, "application/problem+json", _ => """{ "detail": "Sign in first.", "detailVi": "Hãy đăng nhập." }"""));

        await DtpFailure.IsToldAsync(32, "refused", "Hãy đăng nhập.", ["alerts", "--server", server.Address, "--lang", "vi"]);
    }

    [Fact]
    public async Task WhatStorageRefusesIsNotDelivered()
    {
        await using var server = await ScriptedServer.StartAsync(Granted, new("PUT /put/here", 403, Json, _ => string.Empty));

        await DtpFailure.IsToldAsync(37, "upload_failed", "a.csv could not be delivered: the answer was 403 Forbidden.", Submit(server));
    }

    [Fact]
    public async Task ANameThatIsTakenMeanwhileIsAskedForAnew()
    {
        var asked = 0;
        await using var server = await ScriptedServer.StartAsync(
            Granted with { Body = r => Granted.Body(r).Replace("/put/here", asked++ == 0 ? "/put/taken" : "/put/here", StringComparison.Ordinal) },
            new("PUT /put/taken", 409, Json, _ => string.Empty),
            Taken);

        var run = await DtpRun.HereAsync([.. Submit(server), "--wait", "0"]);

        run.Succeeded();
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task AReceiptThatDoesNotComeIsSaidWithWhereItWillBe()
    {
        await using var server = await ScriptedServer.StartAsync(Granted, Taken);

        var run = await DtpRun.HereAsync([.. Submit(server), "--wait", "1"]);

        Assert.Equal((13, string.Empty), (run.ExitCode, run.Errors));
        Assert.EndsWith("a.csv is delivered as P34-01/2025-Q3/a.csv, and was not answered within 1 seconds.\n  Its receipt is shown by: dtp receipt 'P34-01/2025-Q3/a.csv'\n", run.Output, StringComparison.Ordinal);
        await DtpFailure.IsToldInJsonAsync(13, "no_receipt", "A file is delivered, and its receipt did not come in time.", [.. Submit(server), "--wait", "1"]);
    }

    [Fact]
    public async Task WhoStopsTheWaitingIsToldThatTheFileIsThere()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var server = await ScriptedServer.StartAsync(Granted, Taken);
        using var dtp = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dtp.dll"), .. Submit(server)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (await dtp.StandardOutput.ReadLineAsync() is { } line && line != "P34-01/2025-Q3/a.csv: reading …")
        {
        }

        await Processes.RunAsync("kill", "-s", "INT", "--", dtp.Id.ToString(CultureInfo.InvariantCulture));
        var errors = await dtp.StandardError.ReadToEndAsync();
        await dtp.WaitForExitAsync();

        Assert.Equal((130, "Stopped. a.csv is delivered as P34-01/2025-Q3/a.csv and will be read.\nIts receipt is shown by: dtp receipt 'P34-01/2025-Q3/a.csv'\n"), (dtp.ExitCode, errors));
    }

    private static ScriptedAnswer Granted => new(
        "POST /api/v1/uploads", 201, Json, r => $$"""{ "path": "P34-01/2025-Q3/a.csv", "method": "PUT", "url": "http://{{r.Host}}/put/here", "headers": { "x-ms-blob-type": "BlockBlob" }, "expiresAt": "2025-09-22T09:00:00Z" }""");

    private static ScriptedAnswer Taken => new("PUT /put/here", 201, Json, _ => string.Empty);

    private string[] Submit(ScriptedServer server)
    {
        var file = Path.Combine(folder.FullName, "a.csv");
        File.WriteAllText(file, "indicator,value\n");
        return ["submit", file, "--organisation", "P34-01", "--period", "2025-Q3", "--server", server.Address];
    }
}

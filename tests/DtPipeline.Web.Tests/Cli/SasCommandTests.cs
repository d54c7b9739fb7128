using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using DtPipeline.Pipeline.Tests.Cli;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Cli;

public sealed class SasCommandTests(RunningHost running)
{
    private const string Report = "indicator,value\nDG-01,82.5\n";

    [Fact]
    public async Task ThePublishedClientDeliversAReportWithTheAddress()
    {
        var run = await SasAsync("tu-sdk.csv", "--json");
        run.Succeeded();
        var grant = JsonNode.Parse(run.Output)!;
        var blob = new BlobClient(new Uri((string)grant["url"]!), new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));

        await blob.UploadAsync(BinaryData.FromString(Report));

        Assert.Equal("P34-33/2025-Q3/tu-sdk.csv", (string?)grant["path"]);
        await IsAnsweredAsync("P34-33/2025-Q3/tu-sdk.csv");
    }

    [Fact]
    public async Task AzDeliversAReportWithTheAddress()
    {
        Installed.Need("az", "'apt-get install azure-cli'");

        var run = await SasAsync("tu-az.csv");
        run.Succeeded();
        var file = Path.Combine(running.Data.Folder, "tu-az.csv");
        await File.WriteAllTextAsync(file, Report);
        using var az = Process.Start(new ProcessStartInfo("az", ["storage", "blob", "upload", "--file", file, "--blob-url", run.Output.Trim(), "--no-progress"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = az.StandardError.ReadToEndAsync();
        var output = await az.StandardOutput.ReadToEndAsync();
        await az.WaitForExitAsync();

        Assert.True(az.ExitCode == 0, await errors);
        Assert.Contains("\"etag\"", output, StringComparison.Ordinal);
        await IsAnsweredAsync("P34-33/2025-Q3/tu-az.csv");
    }

    [Fact]
    public async Task WhatCannotBeSentIsSaid()
    {
        await DtpFailure.IsToldAsync(32, "refused", "The file's name 'bao．cao.csv' has the character U+FF0E, which cannot be used. Use Latin letters, digits and plain marks.", Arguments("bao．cao.csv"));
        await DtpFailure.IsToldAsync(64, "bad_usage", "--minutes is 1441; expected 1 to 1440.", [.. Arguments("a.csv"), "--minutes", "1441"]);
    }

    private Task<DtpRun> SasAsync(string file, params string[] more) => DtpRun.HereAsync([.. Arguments(file), .. more]);

    private string[] Arguments(string file) => ["sas", file, "--organisation", "P34-33", "--period", "2025-Q3", "--storage", running.Storage];

    private Task IsAnsweredAsync(string path) => running.Host.UntilAsync($"answers {path}", async () => await running.Account.Receipts.GetBlobClient($"{path}.receipt.json").ExistsAsync());
}

using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using DtPipeline.Worker.Tests.Built;
using DtPipeline.Worker.Tests.Hosting;

namespace DtPipeline.Worker.Tests.Running;

/// <summary>The built worker under the host's protocol.</summary>
[Collection(nameof(WorkerRun))]
public sealed class WorkerTests(WorkerRun run)
{
    [Fact]
    public void ItListsAndLoadsEveryFunction() =>
        Assert.Equal(CodeFunction.All.Select(f => (f.Name, f.EntryPoint)), run.Worker.Listed.Select(f => (f.Name, f.EntryPoint)).OrderBy(f => f.Name, StringComparer.Ordinal));

    /// <summary>What it indexes itself and what the host reads from the file are one list.</summary>
    [Fact]
    public void ItListsWhatFunctionsMetadataSays()
    {
        var file = BuildOutput.Json("functions.metadata").AsArray().ToDictionary(f => (string)f!["name"]!, f => f!["bindings"]!.AsArray().Select(b => Sorted(b!)).Order(StringComparer.Ordinal));

        Assert.All(run.Worker.Listed, f => Assert.Equal(file[f.Name], f.RawBindings.Select(b => Sorted(JsonNode.Parse(b)!)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task ABlobEventIsTakenInAndAnswered()
    {
        AssertSucceeded(run.TakenIn);
        var receipt = JsonNode.Parse((await run.Account.Receipts.GetBlobClient($"{WorkerRun.Report}.receipt.json").DownloadContentAsync()).Value.Content)!;
        Assert.Equal("rejected", (string)receipt["status"]!);
    }

    [Fact]
    public async Task TheHostsAccountHoldsNothingOfThePipeline()
    {
        Assert.Empty(await new BlobServiceClient(run.Host, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03)).GetBlobContainersAsync(BlobContainerTraits.None, BlobContainerStates.None, null, default).ToListAsync());
        Assert.Empty(await new TableServiceClient(run.Host).QueryAsync().ToListAsync());
        Assert.NotEmpty(await run.Account.Ledger.QueryAsync<TableEntity>(string.Empty).ToListAsync());
    }

    [Fact]
    public void ATimerRuns()
    {
        AssertSucceeded(run.Dispatched);
        AssertSucceeded(run.Swept);
    }

    [Fact]
    public async Task AServiceBusMessageIsDeliveredToTheInbox()
    {
        AssertSucceeded(run.Delivered);
        Assert.Single(await run.Account.Alerts.QueryAsync<TableEntity>("PartitionKey eq 'P63-01'").ToListAsync());
    }

    /// <summary>The route's values came beside the call, the body over HTTP.</summary>
    [Fact]
    public void AnHttpCallIsAnsweredByTheWorkersOwnServer()
    {
        Assert.Equal(HttpStatusCode.OK, run.Answered);
        var alert = JsonNode.Parse(run.Answer)!;
        Assert.Equal(("P63-01", "acknowledged", "Lan"), ((string)alert["organisation"]!, (string)alert["state"]!, (string)alert["handling"]!["by"]!));
    }

    [Fact]
    public void WhatATimerThrowsIsToldToTheHost()
    {
        Assert.Equal(StatusResult.Types.Status.Failure, run.Failed.Status);
        Assert.Contains("TableNotFound", run.Failed.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToldToEndItEndsWithExitCode0()
    {
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("Unhandled exception", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void NeitherItsLogsNorItsOutputTellASecret() =>
        Assert.All(WorkerRun.Secrets, secret => Assert.DoesNotContain(secret, string.Join('\n', [run.Output, .. run.Worker.Logs.Select(l => $"{l}")]), StringComparison.Ordinal));

    private static void AssertSucceeded(StatusResult result) => Assert.True(result.Status == StatusResult.Types.Status.Success, $"{result.Exception}");

    private static string Sorted(JsonNode binding) =>
        new JsonObject(binding.AsObject().Where(p => p.Value is not JsonObject { Count: 0 }).OrderBy(p => p.Key, StringComparer.OrdinalIgnoreCase).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();
}

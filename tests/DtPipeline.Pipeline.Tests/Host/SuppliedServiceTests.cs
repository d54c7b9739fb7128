using DtPipeline.LocalHost.Running;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>Services of somebody else, given by connection strings, which are secrets.</summary>
public sealed class SuppliedServiceTests
{
    [Fact]
    public async Task AreShownByTheirNamesAndWithoutTheirKeysAndAreNotKept()
    {
        using var data = TestData.New();
        await using var broker = await TestBroker.StartAsync();
        var storage = await SharedAzurite.NewAccountAsync();
        LocalSettings.Write(data.Folder, new Dictionary<string, string?> { ["Reporting"] = "old" });
        await using var host = LocalHostProcess.Start([.. data.Arguments, "--now", "2023-06-20T08:00:00+07:00", "--storage", storage, "--service-bus", broker.Connection]);
        await host.RunsAsync();

        await host.SignalAsync("INT");
        var ended = await host.EndAsync();

        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Errors));
        var account = storage.Split(';').Single(p => p.StartsWith("AccountName=", StringComparison.Ordinal))["AccountName=".Length..];
        Assert.Contains($"    {account}, as given with --storage", ended.Output);
        Assert.Contains("    127.0.0.1, as given with --service-bus", ended.Output);
        Assert.DoesNotContain(ended.Output, l => l.Contains("Key", StringComparison.Ordinal));
        Assert.Null(LocalSettings.Read(data.Folder));
    }

    [Fact]
    public async Task AWrongKeyIsOneSentence()
    {
        var storage = (await SharedAzurite.NewAccountAsync()).Replace("AccountKey=a2V5", "AccountKey=b3RoZXI=", StringComparison.Ordinal);

        await FailsAsync(
            "The storage account refuses this (403 AuthorizationFailure): it takes the rights of an operator, and a new right a few minutes (docs/runbook.md).",
            storage, TestBroker.ConnectionAt(Nobody.Port));
    }

    [Fact]
    public Task AStorageThatDoesNotAnswerIsOneSentence() => FailsAsync(
        "Nothing answers at the storage account: is its name right, and does it run? Connection refused",
        $"DefaultEndpointsProtocol=http;AccountName=x;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{Nobody.Port}/x;TableEndpoint=http://127.0.0.1:{Nobody.Port}/x;",
        TestBroker.ConnectionAt(Nobody.Port));

    [Fact]
    public async Task AServiceBusThatDoesNotAnswerIsOneSentence() => await FailsAsync(
        "Nothing answers at the Service Bus 127.0.0.1: is its name right, and does it run?",
        await SharedAzurite.NewAccountAsync(), TestBroker.ConnectionAt(Nobody.Port));

    [Fact]
    public async Task WhatIsNoConnectionStringIsNotShown()
    {
        await FailsAsync(
            "The setting Reporting is no connection string: copy it whole from where it is shown, or remove it and connect by identity.",
            "se;cret", TestBroker.ConnectionAt(Nobody.Port));
        await FailsAsync(
            "The setting ServiceBus is no connection string: copy it whole from where it is shown, or remove it and connect by identity.",
            await SharedAzurite.NewAccountAsync(), "se;cret");
    }

    /// <summary>As the program begins, which says what it is told here in one sentence.</summary>
    private static async Task FailsAsync(string sentence, string storage, string serviceBus)
    {
        using var data = TestData.New();
        var ports = Ports.Beside(data.Port);
        await using var azure = await LocalAzure.StartAsync(SharedAzurite.Tools, ports, data.Folder, storage, serviceBus, _ => { }, CancellationToken.None);

        var failed = await Assert.ThrowsAsync<LocalHostException>(
            () => LocalHost.Running.Pipeline.StartAsync(azure, ports, new LocalClock(data.Folder), data.Folder, new RunMode(Once: true, Verbose: false), CancellationToken.None));

        Assert.StartsWith(sentence, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
    }
}

using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>Services of somebody else, given by connection strings, which are secrets.</summary>
public sealed class SuppliedServiceTests
{
    private static readonly string[] Now = ["--now", "2023-06-20T08:00:00+07:00"];

    [Fact]
    public async Task AreShownByTheirNamesAndWithoutTheirKeys()
    {
        using var data = TestData.New();
        await using var broker = await TestBroker.StartAsync();
        var storage = await SharedAzurite.NewAccountAsync();
        await using var host = LocalHostProcess.Start([.. data.Arguments, .. Now, "--storage", storage, "--service-bus", broker.Connection]);
        await host.RunsAsync();

        await host.SignalAsync("INT");
        var ended = await host.EndAsync();

        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Errors));
        var account = storage.Split(';').Single(p => p.StartsWith("AccountName=", StringComparison.Ordinal))["AccountName=".Length..];
        Assert.Contains($"    {account}, as given with --storage", ended.Output);
        Assert.Contains("    127.0.0.1, as given with --service-bus", ended.Output);
        Assert.DoesNotContain(ended.Output, l => l.Contains("Key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWrongKeyIsOneSentence()
    {
        var storage = (await SharedAzurite.NewAccountAsync()).Replace("AccountKey=a2V5", "AccountKey=b3RoZXI=", StringComparison.Ordinal);

        await FailsAsync(
            "The storage account refuses this (403 AuthorizationFailure): it takes the rights of an operator, and a new right a few minutes (docs/runbook.md).",
            "--storage", storage, "--service-bus", TestBroker.ConnectionAt(Repository.FreePort()));
    }

    [Fact]
    public async Task AStorageThatDoesNotAnswerIsOneSentence()
    {
        var port = Repository.FreePort();

        await FailsAsync(
            "Nothing answers at the storage account: is its name right, and does it run? Connection refused",
            "--storage", $"DefaultEndpointsProtocol=http;AccountName=x;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{port}/x;TableEndpoint=http://127.0.0.1:{port}/x;",
            "--service-bus", TestBroker.ConnectionAt(port));
    }

    [Fact]
    public async Task AServiceBusThatDoesNotAnswerIsOneSentence() => await FailsAsync(
        "Nothing answers at the Service Bus 127.0.0.1: is its name right, and does it run?",
        "--storage", await SharedAzurite.NewAccountAsync(), "--service-bus", TestBroker.ConnectionAt(Repository.FreePort()));

    [Fact]
    public async Task WhatIsNoConnectionStringIsNotShown()
    {
        await FailsAsync(
            "The setting Reporting is no connection string: copy it whole from where it is shown, or remove it and connect by identity.",
            "--storage", "se;cret", "--service-bus", TestBroker.ConnectionAt(Repository.FreePort()));
        await FailsAsync(
            "The setting ServiceBus is no connection string: copy it whole from where it is shown, or remove it and connect by identity.",
            "--storage", await SharedAzurite.NewAccountAsync(), "--service-bus", "se;cret");
    }

    private static async Task FailsAsync(string sentence, params string[] arguments)
    {
        using var data = TestData.New();
        await using var host = LocalHostProcess.Start([.. data.Arguments, .. Now, "--once", .. arguments]);

        var ended = await host.EndAsync();

        Assert.StartsWith(sentence, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd('\n').Split('\n'));
        Assert.Equal(1, ended.ExitCode);
    }
}

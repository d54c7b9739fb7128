using Azure.Data.Tables;
using DtPipeline.LocalHost.Running;
using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>A run that stops when everything has settled says whether everything was done.</summary>
public sealed class OnceTests
{
    private const string Now = "2023-06-27T08:00:00+07:00";

    [Fact]
    public async Task AFunctionThatFailedIsNamedAndTheRunEndsWithAnotherCodeThanZero()
    {
        using var data = TestData.New();
        await using var pipeline = await TestPipeline.StartAsync(Now);
        await OneForm.PutAsync(pipeline);
        await pipeline.Account.Obligations.AddEntityAsync(new TableEntity("2023-Q1~F-Q", "P63-01") { ["State"] = 1 });
        await using var host = LocalHostProcess.Start([.. data.Arguments, "--once", "--now", Now, "--storage", pipeline.Storage, "--service-bus", pipeline.ServiceBus]);

        var ended = await host.EndAsync();

        Assert.Matches(
            "FlagOverdue failed: 1 of 7 checks failed, the others are done: overdue \\(InvalidOperationException\\). 1 of [0-9]+ forms and organisations failed, the others are done: 2023-Q1~F-Q \\(InvalidOperationException\\)\\. .+\n$",
            ended.Errors);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("As of 2023-06-27 08:0", string.Join('\n', ended.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokerThatRestartsInTheMiddleDoesNotEndIt()
    {
        using var data = TestData.New();
        await using var broker = await TestBroker.StartAsync();
        await using var azure = await LocalAzure.StartAsync(
            SharedAzurite.Tools, Ports.Beside(data.Port), data.Folder, await SharedAzurite.NewAccountAsync(), broker.Connection, _ => { }, CancellationToken.None);
        var clock = new LocalClock(data.Folder);
        clock.Set(DateTimeOffset.Parse(Now, System.Globalization.CultureInfo.InvariantCulture));
        await using var pipeline = await LocalHost.Running.Pipeline.StartAsync(azure, Ports.Beside(data.Port), clock, data.Folder, new RunMode(Once: true, Verbose: false), CancellationToken.None);
        await OneForm.PutAsync(pipeline.Account);
        Task? restarted = null;

        await new Settling(pipeline).SettleAsync(
            said => restarted ??= said.StartsWith("DeliverAlert: ", StringComparison.Ordinal) ? broker.RestartAsync() : null, CancellationToken.None);

        Assert.NotNull(restarted);
        await restarted;
        Assert.Equal(0, (await broker.CountsAsync("secretariat")).Active);
        Assert.Equal((await OpenStore.RowsAsync(pipeline.Account.Alerts)).Count, (await OpenStore.NamesAsync(pipeline.Account.Archive, "alerts/")).Count);
        Assert.NotEmpty(await OpenStore.RowsAsync(pipeline.Account.Alerts));
    }
}

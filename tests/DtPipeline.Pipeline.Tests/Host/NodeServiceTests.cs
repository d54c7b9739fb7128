using DtPipeline.LocalHost.Services;
using DtPipeline.Pipeline.Tests.Support;
using DtPipeline.ServiceBus.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class NodeServiceTests
{
    [Fact]
    public async Task WhatEndsAgainAndAgainIsGivenUpWithWhatItSaid()
    {
        using var port = ReservedPort.Take();
        var program = $"require('node:net').createServer(() => setTimeout(() => {{ console.error('no space left'); process.exit(3); }}, 500)).listen({port.Number}, '127.0.0.1')";
        await using var service = await NodeService.StartAsync("It", SharedAzurite.Tools, ["-e", program], [port.Number], CancellationToken.None);
        var (said, again) = (new List<string>(), 0);

        var given = await Assert.ThrowsAsync<LocalHostException>(() => service.KeepAsync(
            said.Add,
            _ =>
            {
                again++;
                return Task.CompletedTask;
            },
            CancellationToken.None));

        Assert.Equal("It ended 5 times soon after it was started again: no space left. Data stays where it is.", given.Message);
        Assert.Equal(5, again);
        Assert.Equal(("It ended by itself (exit code 3) and is started again, 1 of 5 times.", "It runs again."), (said[0], said[1]));
        Assert.Equal("It ended by itself (exit code 3) and is started again, 5 of 5 times.", said[^2]);
    }
}

using System.Globalization;
using DtPipeline.Pipeline.Tests.Host;

namespace DtPipeline.Pipeline.Tests.Interop;

/// <summary>Those against the local Service Bus and Azurite alone, which they start.</summary>
public sealed class InteropTests
{
    [Fact]
    public Task ThePublishedClientsWorkWithTheLocalServices() => InteropRun.PassesAsync(InteropRun.Files.Where(f => f != InteropHostTests.File));
}

/// <summary>Those against a host that has settled.</summary>
[Collection(RunningHosts.Name)]
public sealed class InteropHostTests(RunningHost running)
{
    internal const string File = "alerts.test.mjs";

    [Fact]
    public async Task ThePublishedClientsWorkWithTheLocalHost()
    {
        await running.IsSettledAsync();

        await InteropRun.PassesAsync([File], new Dictionary<string, string>
        {
            ["DTPIPELINE_HTTP"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{running.Data.Port}"),
            ["DTPIPELINE_STORAGE"] = running.Host.Line("DefaultEndpointsProtocol="),
            ["DTPIPELINE_SERVICEBUS"] = running.Host.Line("Endpoint="),
        });
    }
}

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>The samples as one run has left them; each test runs on a copy.</summary>
public sealed class SettledSamples : IAsyncLifetime
{
    private readonly TestData data = TestData.New();

    public async ValueTask InitializeAsync()
    {
        await using var host = LocalHostProcess.Start([.. data.Arguments, "--samples", "--once", "--now", "2023-07-26T08:00:00+07:00"]);
        var ended = await host.EndAsync();
        Assert.True(ended is { ExitCode: 0, Errors: "" }, ended.Errors);
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    internal TestData Copy() => data.Copy();
}

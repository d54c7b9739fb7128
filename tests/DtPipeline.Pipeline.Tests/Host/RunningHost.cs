using System.Net;
using System.Text;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>A host that has dropped the samples until 26 July 2023 and goes on running.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private const int Alerts = 18;

    private static readonly HttpClient Http = new();

    internal TestData Data { get; } = TestData.New();

    internal LocalHostProcess Host { get; private set; } = null!;

    internal StorageAccount Account { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = LocalHostProcess.Start([.. Data.Arguments, "--samples", "--now", "2023-07-26T08:00:00+07:00"]);
        await Host.RunsAsync();
        Account = OpenStore.Connect(Host.Line("DefaultEndpointsProtocol="));
        await Host.UntilAsync("publishes 2023-Q2", async () => await Account.Published.GetBlobClient("2023-Q2.json").ExistsAsync());
    }

    /// <summary>After all that was done with it, it ends well.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (Host)
        {
            await Host.SignalAsync("INT");
            Assert.Equal(0, (await Host.EndAsync()).ExitCode);
        }

        Data.Dispose();
    }

    /// <summary>Waits until everything is taken in, told and delivered.</summary>
    internal Task IsSettledAsync() => Host.UntilAsync("settles", async () =>
        (await OpenStore.RowsAsync(Account.Pending, "PartitionKey eq 'pending'")).Count == 0 && (await OpenStore.RowsAsync(Account.Alerts)).Count == Alerts);

    internal Task<string> MetricsAsync() => Http.GetStringAsync(new Uri($"http://127.0.0.1:{Data.Port}/local/metrics"));

    internal async Task<(HttpStatusCode Status, string Body)> HandleAsync(string alert, string request)
    {
        using var body = new StringContent(request, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri($"http://127.0.0.1:{Data.Port}/api/v1/alerts/{alert}"), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal Task<HttpResponseMessage> GetAsync(string period) => Http.GetAsync(new Uri($"http://127.0.0.1:{Data.Port}/api/v1/periods/{period}"));

    internal Task<HttpResponseMessage> FilesAsync(string of) => Http.GetAsync(new Uri($"http://127.0.0.1:{Data.Port}/api/v1/files/{of}"));
}

/// <summary>Those who look at one running host: nothing that one of them does is in the way of another.</summary>
[CollectionDefinition(Name)]
public sealed class RunningHosts : ICollectionFixture<RunningHost>
{
    public const string Name = $"{nameof(DtPipeline)}.{nameof(RunningHosts)}";
}

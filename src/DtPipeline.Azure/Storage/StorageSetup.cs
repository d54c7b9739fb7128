using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Storage;

/// <summary>Makes tables and containers at the start of an app that runs on one machine. In Azure the deployment makes them, and the app has no right to.</summary>
public sealed partial class StorageSetup(StorageAccount account, IConfiguration configuration, ILogger<StorageSetup> logger) : IHostedService
{
    private const string SiteName = "WEBSITE_SITE_NAME";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[SiteName] is { Length: > 0 })
        {
            return;
        }

        try
        {
            await account.CreateIfNotExistsAsync(cancellationToken);
        }
        catch (Exception e) when (StorageTrouble.SentenceOf(e) is { } sentence)
        {
            NotMade(sentence);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(25, LogLevel.Error, "Tables and containers could not be made: {Why}")]
    private partial void NotMade(string why);
}

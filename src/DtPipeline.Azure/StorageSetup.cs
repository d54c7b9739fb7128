using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure;

/// <summary>
/// Makes tables and containers at the start of an app that runs on one machine. In Azure the deployment makes them, and the app has no right to.
/// An app that is older than what is stored does not start.
/// </summary>
public sealed class StorageSetup(StorageAccount account, StoreVersion version, IConfiguration configuration, ILogger<StorageSetup> logger) : IHostedService
{
    private const string SiteName = "WEBSITE_SITE_NAME";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (configuration[SiteName] is not { Length: > 0 })
            {
                await account.CreateIfNotExistsAsync(cancellationToken);
            }

            await version.EnsureAsync(cancellationToken);
        }
        catch (Exception e) when (StorageTrouble.SentenceOf(e) is { } sentence)
        {
            logger.StorageNotMade(sentence);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

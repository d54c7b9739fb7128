using DtPipeline.Amending;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>What the timers run, but for digests and fetching.</summary>
internal static class Timers
{
    /// <summary>In the order in which work goes through them.</summary>
    public static IEnumerable<Func<CancellationToken, Task>> Of(IServiceProvider services) =>
    [
        services.GetRequiredService<Sweep>().RunAsync,
        async token => await services.GetRequiredService<CatalogueCheck>().RunAsync(await LatelyConfirmedAsync(services, token), token),
        async token => await services.GetRequiredService<Amendment>().RunAsync(await LatelyConfirmedAsync(services, token), token),
        services.GetRequiredService<OverdueCheck>().RunAsync,
        services.GetRequiredService<UnowedCheck>().RunAsync,
        services.GetRequiredService<TaskCheck>().RunAsync,
        services.GetRequiredService<RollUp>().RunAsync,
        services.GetRequiredService<AlertDispatch>().RunAsync,
        services.GetRequiredService<MailRun>().RunAsync,
    ];

    /// <summary>Those that take up what others have left to do. What goes by the day and by the catalogue says nothing else a moment later.</summary>
    public static IEnumerable<Func<CancellationToken, Task>> OfWork(IServiceProvider services) =>
    [
        services.GetRequiredService<PartitionSweep>().RunAsync,
        services.GetRequiredService<RollUp>().RunAsync,
        services.GetRequiredService<AlertDispatch>().RunAsync,
        services.GetRequiredService<MailRun>().RunAsync,
    ];

    /// <summary>Whether something is begun and not finished, or due to be mailed now.</summary>
    public static async Task<bool> HaveWorkAsync(IServiceProvider services, DateTimeOffset now)
    {
        var pending = services.GetRequiredService<PendingStore>();
        return (await pending.WorkAsync(TimeSpan.Zero, CancellationToken.None)).Count
            + (await pending.ChangesAsync(CancellationToken.None)).Count
            + (await pending.OutboxesAsync(CancellationToken.None)).Count > 0
            || (await services.GetRequiredService<MailOutbox>().ReadAsync(CancellationToken.None)).IsDue(now);
    }

    private static Task<IReadOnlyList<ConfirmedCatalogue>> LatelyConfirmedAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<CatalogueStore>().LatelyConfirmedAsync(cancellationToken);
}

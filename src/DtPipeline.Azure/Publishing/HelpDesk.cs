using DtPipeline.Answers.Help;
using DtPipeline.Answers.Help.Lists;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using DtPipeline.Time;

namespace DtPipeline.Azure.Publishing;

/// <summary>The guides as they read today, by the catalogue and the settings in force.</summary>
public sealed class HelpDesk(CatalogueStore catalogues, PipelineSettings settings, TimeProvider clock)
{
    /// <param name="path">Behind <c>/help/</c>.</param>
    /// <returns>Null where there is no such page.</returns>
    public async Task<HelpAnswer?> FindAsync(string path, CancellationToken cancellationToken) => HelpSite.Find(path, new HelpInput(
        await catalogues.GetAsync(cancellationToken), VietnamTime.DayOf(clock.GetUtcNow()), settings.Timing, settings.MostReportBytes, AlertDesk.LongestSnooze));

    /// <summary>Where the help begins.</summary>
    public async Task<HelpAnswer> BeginningAsync(CancellationToken cancellationToken) => (await FindAsync(string.Empty, cancellationToken))!;
}

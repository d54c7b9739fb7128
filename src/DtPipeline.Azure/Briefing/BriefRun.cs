using DtPipeline.Answers.Briefs;
using DtPipeline.Azure.Storage;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Time;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Briefing;

/// <summary>
/// Writes the brief of the newest quarter, half-year or year as soon as all its reports were due, and each Monday anew where a figure has changed.
/// </summary>
public sealed class BriefRun(CatalogueStore catalogues, BriefGathering gathering, BriefStore briefs, TimeProvider clock, ILogger<BriefRun> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => Spans.RunAsync("brief", _ => WriteDueAsync(cancellationToken));

    /// <summary>Makes the brief of a period as of a moment and publishes it. One that is published already stays as it is.</summary>
    public async Task<BriefEntry> WriteAsync(Period period, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var entry = new BriefEntry(period, ToTheSecond(asOf));
        await WriteAsync(entry, await MakeAsync(entry, cancellationToken), cancellationToken);
        return entry;
    }

    /// <summary>The same without publishing it.</summary>
    public async Task<Brief> MakeAsync(BriefEntry entry, CancellationToken cancellationToken) => Brief.Of(await gathering.GatherAsync(entry, cancellationToken));

    private async Task WriteDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        if (BriefSchedule.DueOn(today, await catalogues.GetAsync(cancellationToken)) is not { } period)
        {
            return;
        }

        var last = (await briefs.ListAsync(cancellationToken)).FirstOrDefault(b => b.Period == period);
        if (last is not null && (today.DayOfWeek != DayOfWeek.Monday || VietnamTime.DayOf(last.AsOf) >= today))
        {
            return;
        }

        var entry = new BriefEntry(period, ToTheSecond(now));
        var brief = await MakeAsync(entry, cancellationToken);
        if (last is null || (await briefs.FindAsync(last, BriefStore.Figures, cancellationToken))?.Content.ToString() != BriefStore.Written(brief.Figures).ToString())
        {
            await WriteAsync(entry, brief, cancellationToken);
        }
    }

    private async Task WriteAsync(BriefEntry entry, Brief brief, CancellationToken cancellationToken)
    {
        await briefs.WriteAsync(entry, brief, cancellationToken);
        logger.BriefWritten(entry.Period.ToString(), entry.Moment, brief.Figures.Count);
    }

    private static DateTimeOffset ToTheSecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)).ToUniversalTime();
}

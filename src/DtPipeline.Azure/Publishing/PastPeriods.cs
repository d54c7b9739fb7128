using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Progress.AsOf;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Publishing;

/// <summary>A period as it was known at a past moment, and what two moments differ in: worked out when asked, as <c>published</c> has the newest only.</summary>
public sealed class PastPeriods(AsOfReader reader, PastLedgers past, CatalogueStore catalogues, TimeProvider clock)
{
    /// <param name="asOf">A moment with its offset (<c>2024-07-01T09:00:00+07:00</c>), or a day of Vietnam's, which counts to its end.</param>
    /// <returns>The period's summary as JSON as it was then, by the catalogue in force now; or why there is none.</returns>
    public async Task<(BinaryData? Json, Bilingual? Why)> ReadAsync(string period, string asOf, CancellationToken cancellationToken)
    {
        if (PeriodOf(period) is not { } asked)
        {
            return (null, NoPeriod(period));
        }

        var (known, why) = MomentText.Past("asOf", asOf, clock.GetUtcNow());
        if (known is not { } moment)
        {
            return (null, why);
        }

        var page = new PastPage(await KnownAsync(asked, moment, cancellationToken), moment, await catalogues.GetAsync(cancellationToken));
        return (BinaryData.FromObjectAsJson(page.Of(asked), Json.Indented), null);
    }

    /// <summary>The period, those that it is compared with, and of its frequency all before it, by which targets are judged: one query each.</summary>
    private Task<IReadOnlyCollection<PeriodLedgers>> KnownAsync(Period asked, DateTimeOffset moment, CancellationToken cancellationToken) =>
        past.ReadAsync(asked.Frequency, p => p.FirstDay < asked.FirstDay, [.. PeriodRollUp.EarlierThan(asked), asked.YearBefore, asked], moment, cancellationToken);

    /// <param name="earlier">As in <see cref="ReadAsync"/>.</param>
    /// <param name="later">As in <see cref="ReadAsync"/>.</param>
    /// <returns>What the later moment says otherwise, with the file that made it so; or why nothing can be said.</returns>
    public async Task<(BinaryData? Json, Bilingual? Why)> CompareAsync(string period, string earlier, string later, CancellationToken cancellationToken)
    {
        if (PeriodOf(period) is not { } asked)
        {
            return (null, NoPeriod(period));
        }

        var now = clock.GetUtcNow();
        var (knownFrom, whyNotFrom) = MomentText.Past("from", earlier, now);
        var (knownTo, whyNotTo) = MomentText.Past("to", later, now);
        if (knownFrom is not { } from || knownTo is not { } to)
        {
            return (null, whyNotFrom ?? whyNotTo);
        }

        var revisions = await reader.CompareAsync(asked, from, to, cancellationToken);
        return (BinaryData.FromObjectAsJson(new PeriodRevisions(period, from, to, [.. revisions.Select(RevisedFigure.Of)]), Json.Indented), null);
    }

    private static Bilingual NoPeriod(string text) => new($"'{text}' không phải là kỳ báo cáo; ví dụ 2024-Q2.", $"'{text}' is no period; expected one such as 2024-Q2.");

    private static Period? PeriodOf(string text) => Period.TryParse(text, out var period) ? period : null;
}

/// <summary>The answer of <c>/api/v1/revisions/{period}</c>.</summary>
internal sealed record PeriodRevisions(string Period, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<RevisedFigure> Revisions);

/// <param name="Was">Null where nothing had been reported: new data, and no correction.</param>
/// <param name="Note">What the sender said of it.</param>
internal sealed record RevisedFigure(
    string Organisation, string Indicator, StandingFigure? Was, StandingFigure Now, string FileId, string Path, DateTimeOffset UploadedAt, string? Note)
{
    public static RevisedFigure Of(ValueRevision revision) => new(
        revision.Organisation.Code,
        revision.Indicator.Code,
        revision.Was is { } was ? StandingFigure.Of(was) : null,
        StandingFigure.Of(revision.Now),
        revision.Now.FileId,
        revision.Path,
        revision.Now.UploadedAt,
        revision.Now.Note);
}

internal sealed record StandingFigure(double? Value, string Status, string? Unit)
{
    public static StandingFigure Of(Observation observation) => new(observation.Value, observation.Status, observation.Unit);
}

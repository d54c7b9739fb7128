using System.Collections.Concurrent;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Telemetry;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Azure.Publishing;

/// <summary>
/// What one run of the roll-up says to the models that go over all periods: gathered period by period, with nothing kept of a period but what these show, and
/// written once at its end. Of the last period they are taken out of its page as they are written.
/// </summary>
/// <param name="today">As of which targets are judged.</param>
/// <param name="periods">All that the run is going to publish: only the newest of each frequency can be among those that have a league.</param>
internal sealed class GatheredModels(PublishedBlobs blobs, ReportingCatalogue catalogue, DateOnly today, IReadOnlyList<Period> periods)
{
    private const int AtOnce = 4;

    private readonly HashSet<Period> newest = [.. periods.GroupBy(p => p.Frequency).SelectMany(g => g.OrderByDescending(p => p.FirstDay).Take(IndicatorFold.Leagues))];
    private readonly Dictionary<string, List<Func<IndicatorCut>>> cuts = new(StringComparer.Ordinal);
    private readonly Dictionary<Form, Dictionary<string, FormPeriod?>> forms = [];
    private readonly List<PeriodLine> lines = [];

    public void Gather(PeriodSummary summary, Period period)
    {
        lines.Add(PeriodFold.LineOf(summary, period));
        var ofPeriod = new IndicatorCuts(summary, period, newest.Contains(period), catalogue);
        foreach (var indicator in catalogue.Indicators.Where(i => i.Frequency == period.Frequency))
        {
            (cuts.TryGetValue(indicator.Code, out var known) ? known : cuts[indicator.Code] = []).Add(period == periods[^1] ? () => ofPeriod.Of(indicator) : Kept(ofPeriod.Of(indicator)));
        }

        var filed = FormFold.Cut(summary);
        foreach (var form in catalogue.Forms.Where(f => f.Frequency == period.Frequency))
        {
            (forms.TryGetValue(form, out var known) ? known : forms[form] = new Dictionary<string, FormPeriod?>(StringComparer.Ordinal))[summary.Period] = filed.GetValueOrDefault(form.Code);
        }
    }

    /// <summary>Of each only its line of an index is held on to: of a whole country a model is a league, or the states, of thousands.</summary>
    /// <returns>False where one of them could not be written.</returns>
    public async Task<bool> WriteAsync(EachItem each, CancellationToken cancellationToken)
    {
        var indicators = new ConcurrentBag<IndicatorLine>();
        var filed = new ConcurrentBag<FormModel>();
        var isWhole = true;
        var published = new Lazy<Task<HashSet<string>>>(async () => [.. await blobs.NamesAsync(ReadModels.IndicatorFolder, cancellationToken)]);
        List<(string Name, Func<CancellationToken, Task> Write)> all =
        [
            .. cuts.Select(c => (ReadModels.NameOfIndicator(c.Key), (Func<CancellationToken, Task>)(token => WriteAsync([.. c.Value.Select(cut => cut())], published, indicators, token)))),
            .. forms.Select(f => (ReadModels.NameOfForm(f.Key.Code), (Func<CancellationToken, Task>)(token => WriteAsync(f.Key, f.Value, filed, token)))),
        ];
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (model, token) =>
        {
            if (!await each.TryAsync(model.Name, () => model.Write(token)))
            {
                isWhole = false;
            }
        });

        // After what they are an index of.
        return await each.TryAsync(ReadModels.Indicators, () => blobs.FoldAsync<IndicatorIndex>(ReadModels.Indicators, known => IndicatorFold.With(known, indicators, catalogue), cancellationToken))
            & await each.TryAsync(ReadModels.Compliance, () => blobs.FoldAsync<ComplianceIndex>(ReadModels.Compliance, known => FormFold.With(known, filed, catalogue), cancellationToken))
            & await each.TryAsync(ReadModels.Periods, () => blobs.FoldAsync<PeriodIndex>(ReadModels.Periods, known => PeriodFold.With(known, lines), cancellationToken))
            & isWhole;
    }

    private static Func<IndicatorCut> Kept(IndicatorCut cut) => () => cut;

    /// <summary>Nothing is written of an indicator that nobody has ever reported, nor is each of them asked for: a listing tells of all.</summary>
    private async Task WriteAsync(List<IndicatorCut> said, Lazy<Task<HashSet<string>>> published, ConcurrentBag<IndicatorLine> written, CancellationToken cancellationToken)
    {
        var indicator = said[0].Indicator;
        var isSilent = said.TrueForAll(c => c.Groups.Count == 0);
        if (isSilent && !(await published.Value).Contains(ReadModels.NameOfIndicator(indicator.Code)))
        {
            return;
        }

        var model = await blobs.FoldAsync<IndicatorModel>(
            ReadModels.NameOfIndicator(indicator.Code),
            known => known is null && isSilent ? null : IndicatorFold.With(known, indicator, said, catalogue, today),
            cancellationToken);
        if (model is not null)
        {
            written.Add(IndicatorFold.LineOf(model));
        }
    }

    private async Task WriteAsync(Form form, Dictionary<string, FormPeriod?> said, ConcurrentBag<FormModel> written, CancellationToken cancellationToken)
    {
        var model = await blobs.FoldAsync<FormModel>(
            ReadModels.NameOfForm(form.Code),
            known => known is null && said.Values.All(p => p is null) ? null : FormFold.With(known, form, said, catalogue),
            cancellationToken);
        if (model is not null)
        {
            written.Add(FormFold.LineOf(model));
        }
    }
}

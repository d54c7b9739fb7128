using DtPipeline.Answers.Models;
using DtPipeline.Azure.Publishing;

namespace DtPipeline.Azure.Serving;

/// <summary>What read models say of one period.</summary>
public sealed class PeriodCuts(ReadModels models, Asked asked)
{
    /// <summary>A form's period with everybody's state.</summary>
    public async Task<Served> FormAsync(string form, string period, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(period: period, form: form, cancellationToken: cancellationToken)
        ?? ((await models.FindFormAsync(form, cancellationToken))?.Read<FormModel>().Periods.FirstOrDefault(p => p.Period == period) is { } found ? Served.Of(found) : NotThere(period));

    /// <summary>Who stands where.</summary>
    public async Task<Served> LeagueAsync(string indicator, string period, CancellationToken cancellationToken) =>
        await asked.WhyNotAsync(period: period, indicator: indicator, cancellationToken: cancellationToken)
        ?? ((await models.FindIndicatorAsync(indicator, cancellationToken))?.Read<IndicatorModel>().Leagues.FirstOrDefault(l => l.Period == period) is { } found ? Served.Of(found) : NotThere(period));

    private static Served NotThere(string period) => Served.Unknown(
        "period.unpublished",
        $"Chưa công bố kỳ {period}, hoặc kỳ đã cũ; /api/v1/periods/{period} có mọi số liệu của kỳ.",
        $"{period} is not published, or is long ago; /api/v1/periods/{period} has all figures of the period.");
}

using DtPipeline.Azure.Publishing;
using DtPipeline.Azure.Storage;
using DtPipeline.Time;

namespace DtPipeline.Azure.Serving;

/// <summary>An indicator over all periods: as it is published, or as it was known at a moment.</summary>
public sealed class IndicatorDesk(PublishedModels published, PastIndicators past, CatalogueStore catalogues, Asked asked, TimeProvider clock)
{
    /// <param name="asOf">As <see cref="MomentText.Past"/> reads it; null for as published.</param>
    public async Task<Served> ReadAsync(string code, string? asOf, CancellationToken cancellationToken)
    {
        if (asOf is null)
        {
            return await published.IndicatorAsync(code, cancellationToken);
        }

        if (await asked.WhyNotAsync(indicator: code, cancellationToken: cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var (known, why) = MomentText.Past("asOf", asOf, clock.GetUtcNow());
        if (known is not { } moment)
        {
            return Served.Malformed(why!);
        }

        var indicator = (await catalogues.GetAsync(cancellationToken)).FindIndicator(code)!;
        return await past.ReadAsync(indicator, moment, cancellationToken) is { } model ? Served.Of(model) : Served.Unknown(
            "indicator.unpublished",
            $"Chưa có cơ quan nào báo cáo {indicator.Code} trước {VietnamTime.Said(moment).Vi}; hãy chọn một ngày sau đó.",
            $"Nobody had reported {indicator.Code} by {VietnamTime.Said(moment).En}; ask for a later day.");
    }
}

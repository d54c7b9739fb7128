using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Publishing;

/// <summary>An indicator over all periods as it was known at a past moment: worked out when asked, at one query for each published period of its frequency.</summary>
public sealed class PastIndicators(PastLedgers past, CatalogueStore catalogues)
{
    /// <summary>By the catalogue in force now, which must have the indicator.</summary>
    /// <returns>Null where nobody had reported it by then.</returns>
    public async Task<IndicatorModel?> ReadAsync(Indicator indicator, DateTimeOffset moment, CancellationToken cancellationToken) =>
        PastIndicator.Of(indicator, await past.ReadAsync(indicator.Frequency, _ => true, [], moment, cancellationToken), moment, await catalogues.GetAsync(cancellationToken));
}

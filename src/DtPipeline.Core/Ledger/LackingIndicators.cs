using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <param name="Form">Its code.</param>
/// <param name="Required">How many indicators it requires for the period.</param>
/// <param name="Indicators">Those of them that have neither a value nor a nil.</param>
public sealed record LackingIndicators(string Form, int Required, IReadOnlyList<Indicator> Indicators);

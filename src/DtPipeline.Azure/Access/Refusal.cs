using DtPipeline.Texts;

namespace DtPipeline.Azure.Access;

/// <param name="Status">Of HTTP.</param>
/// <param name="Code">What programs go by.</param>
public sealed record Refusal(int Status, string Code, Bilingual Why);

using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <param name="Filing">What the file says, for those who cannot read it.</param>
/// <param name="Path">Without the container.</param>
internal sealed record SentFile(Filing Filing, string Path, byte[] Content);

using DtPipeline.Texts;

namespace DtPipeline.Faults;

/// <summary>What the sender can do about a fault.</summary>
public static class Remedies
{
    /// <param name="code">Of a <see cref="Fault"/>.</param>
    /// <returns>Null for a code that this version does not know, and where there is nothing to do.</returns>
    public static Bilingual? Of(string code) => FaultKinds.Find(code)?.Remedy;
}

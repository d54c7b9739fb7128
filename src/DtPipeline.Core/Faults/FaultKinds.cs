namespace DtPipeline.Faults;

/// <summary>
/// Every kind of fault that a report can have, each in one place with what it means, how it looks and what to do: by subject in the files
/// beside this one. A code never changes its meaning. <c>docs/faults.md</c> is made from here.
/// </summary>
internal static partial class FaultKinds
{
    private static readonly Lazy<Dictionary<string, FaultKind>> ByCode = new(() => All.ToDictionary(k => k.Code, StringComparer.Ordinal));

    public static IEnumerable<FaultKind> All => typeof(FaultKinds).GetFields().Select(f => f.GetValue(null)).OfType<FaultKind>();

    /// <returns>Null for a code that an older receipt has and no kind has any more.</returns>
    public static FaultKind? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static FaultKind Error(string code, string vi, string en) => new(code, Severity.Error, vi, en);

    private static FaultKind Warning(string code, string vi, string en) => new(code, Severity.Warning, vi, en);

    private static FaultKind Info(string code, string vi, string en) => new(code, Severity.Info, vi, en);
}

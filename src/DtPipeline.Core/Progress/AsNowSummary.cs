namespace DtPipeline.Progress;

/// <summary>A period as the bodies of a later day would have reported it, beside what was reported: the view "as now" of <c>published/{period}.json</c>.</summary>
/// <param name="Day">Whose bodies.</param>
/// <param name="Indicators">Without national ones: a figure that one body gives for the nation is what it was.</param>
/// <param name="Organisations">Bodies of that day which were not there, or not the same, in the period or in one that it is compared with.</param>
/// <param name="WithoutHeir">Codes of bodies that are gone and followed by nobody: their figures are in no figure as now.</param>
public sealed record AsNowSummary(
    DateOnly Day, IReadOnlyList<AsNowIndicator> Indicators, IReadOnlyList<AsNowOrganisation> Organisations, IReadOnlyList<string> WithoutHeir);

/// <param name="ReformMethod">Of <c>indicators.csv</c>, and in words.</param>
/// <param name="RollUps">The same groups as of <see cref="IndicatorSummary.RollUps"/>, of the bodies of that day.</param>
public sealed record AsNowIndicator(string Code, string ReformMethod, string MethodVi, string MethodEn, IReadOnlyList<AsNowGroup> RollUps);

public sealed record AsNowGroup(
    string Group, string Level, string NameVi, string NameEn, AsNowFigure Figure, GroupDelta? AgainstPrevious, GroupDelta? AgainstYearBefore);

/// <param name="Value">
/// By <paramref name="Method"/>, as in <see cref="RolledUp"/>. Where it adds up, what incomplete bodies are known to have is in it; null where a sum would lack
/// what cannot be compared.
/// </param>
/// <param name="Reported">Bodies whose figure is whole.</param>
/// <param name="Incomplete">Bodies of which a predecessor gave nothing.</param>
/// <param name="NotComparable">Bodies that have no figure as now whatever is filed.</param>
public sealed record AsNowFigure(double? Value, string Method, int Reported, int Owed, int Incomplete, int NotComparable)
{
    /// <summary>As in <see cref="RolledUp"/>.</summary>
    public int WithoutWeight { get; init; }
}

/// <param name="MadeOf">Codes of those who reported the period and whose work is this body's by that day.</param>
public sealed record AsNowOrganisation(
    string Code, string NameVi, string NameEn, IReadOnlyList<string> MadeOf, IReadOnlyDictionary<string, AsNowValue> Values);

/// <param name="State"><c>unchanged</c>, <c>restated</c>, <c>incomplete</c> or <c>not_comparable</c>.</param>
/// <param name="Status">SDMX OBS_STATUS; null where there is no figure.</param>
/// <param name="From">Codes of those who gave something.</param>
public sealed record AsNowValue(double? Value, string? Status, string State, IReadOnlyList<string> From, Delta? AgainstPrevious, Delta? AgainstYearBefore)
{
    /// <summary>Codes of predecessors that gave nothing; null where all gave something.</summary>
    public IReadOnlyList<string>? Lacking { get; init; }

    /// <summary>What is known of a figure that is not whole: never to be shown as the body's own.</summary>
    public double? Known { get; init; }

    /// <summary><c>no_method</c>, <c>no_weights</c> or <c>split</c>, where it is not comparable.</summary>
    public string? Reason { get; init; }
}

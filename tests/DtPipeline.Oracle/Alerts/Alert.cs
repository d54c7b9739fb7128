namespace DtPipeline.Oracle.Alerts;

/// <summary>An alert that is open, or a notice that was told.</summary>
/// <param name="Organisation">A code, a group, or <c>unplaced</c>.</param>
/// <param name="Severity"><c>green</c>, <c>yellow</c> or <c>red</c>.</param>
/// <param name="IsPassedOn">Those named <c>next</c> are told too.</param>
public sealed record Alert(string Type, string Of, string Organisation, string Severity, bool IsPassedOn)
{
    public string Key => $"{Type}~{Of}";
}

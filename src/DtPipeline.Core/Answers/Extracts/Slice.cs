using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Extracts;

/// <summary>Which observations are asked for: all of what is left out.</summary>
/// <param name="Form">Code of the form that asks the organisation for the indicator.</param>
/// <param name="Indicator">Code of an indicator or of an assigned task.</param>
/// <param name="Organisation">Its code.</param>
public sealed record Slice(Period? Period, string? Form, string? Indicator, string? Organisation)
{
    public bool Takes(ExtractRow row) =>
        (Period is null || Period == row.Period)
        && (Form is null || Form == row.Form)
        && (Indicator is null || Indicator == row.Observation.Indicator)
        && (Organisation is null || Organisation == row.Organisation);
}

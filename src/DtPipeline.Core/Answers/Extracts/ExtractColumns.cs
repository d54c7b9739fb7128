namespace DtPipeline.Answers.Extracts;

/// <summary>The columns of a table for people: those of a report, with what the store knows beside them. Names are those that a report may have.</summary>
internal static class ExtractColumns
{
    public static readonly string[] Names =
    [
        "organisation", "organisation_label", "period", "indicator", "indicator_label", "value", "unit", "status", "numerator", "denominator", "note",
        "form", "file_id", "uploaded_at", "closed_at", "closed_by", "after_closing",
    ];
}

using DtPipeline.Oracle.Filings;

namespace DtPipeline.Oracle.Tests.Writing;

/// <summary>How a report is laid out; each is one that docs/reports.md speaks of.</summary>
internal enum Layout
{
    Long,
    Vietnamese,
    Wide,
    Sdmx,
    Json,
}

internal static class LayoutText
{
    public static string Extension(this Layout layout) => layout == Layout.Json ? "json" : "csv";

    /// <summary>What of a cell the layout has a place for.</summary>
    public static Cell Fit(this Layout layout, Cell cell)
    {
        var kept = layout is Layout.Wide or Layout.Sdmx ? cell with { Numerator = null, Denominator = null } : cell;
        return kept.Said == Said.Value && layout is Layout.Wide or Layout.Vietnamese ? kept with { Status = "A" } : kept;
    }

    /// <summary>Only where there is a column for it can a value be taken back.</summary>
    public static bool CanWithdraw(this Layout layout) => layout is Layout.Long or Layout.Sdmx or Layout.Json;

    /// <summary>The columns of a wide table are named for months and quarters.</summary>
    public static bool CanBeOf(this Layout layout, string frequency) => layout != Layout.Wide || frequency is "monthly" or "quarterly";
}

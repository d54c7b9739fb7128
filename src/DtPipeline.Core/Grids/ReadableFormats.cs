namespace DtPipeline.Grids;

internal static class ReadableFormats
{
    /// <summary>What a sender is told that files may be.</summary>
    public const string Names = "XLSX, XLS, ODS, CSV, DOCX, HTML, JSON, ZIP";
}

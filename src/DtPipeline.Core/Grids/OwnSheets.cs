namespace DtPipeline.Grids;

/// <summary>Names of the sheets that the pipeline itself writes into workbooks. They come back with them, and hold no report.</summary>
internal static class OwnSheets
{
    public const string Faults = "Lỗi - Faults";
    public const string Guide = "Hướng dẫn";
}

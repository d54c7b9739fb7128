namespace DtPipeline.Workbooks;

internal static class FaultSheet
{
    public const string Name = "Lỗi - Faults";
}

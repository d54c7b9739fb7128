using DtPipeline.Checking;

namespace DtPipeline.Workbooks;

internal static class SeverityWords
{
    public static Bilingual Of(Severity severity) => severity switch
    {
        Severity.Error => new("Lỗi", "Error"),
        Severity.Warning => new("Cảnh báo", "Warning"),
        _ => new("Thông tin", "Info"),
    };
}

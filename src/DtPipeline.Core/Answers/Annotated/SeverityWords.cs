using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Annotated;

internal static class SeverityWords
{
    public static Bilingual Of(Severity severity) => severity switch
    {
        Severity.Error => new("Lỗi", "Error"),
        Severity.Warning => new("Cảnh báo", "Warning"),
        _ => new("Thông tin", "Info"),
    };
}

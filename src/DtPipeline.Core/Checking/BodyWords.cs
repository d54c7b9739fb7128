using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>How the names of public bodies begin, as <see cref="Fold"/> writes them.</summary>
internal static class BodyWords
{
    private static readonly string[] Words =
    [
        "so", "ubnd", "uy ban", "bo", "phong", "ban", "cuc", "chi cuc", "tong cuc", "vu", "cong an", "trung tam", "van phong", "tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "vien", "truong", "benh vien", "thanh tra", "hoi", "dang uy",
    ];

    /// <summary>"Sở Y tế" is a body; "bộ" or "xã" alone is what is counted.</summary>
    public static bool Begin(string text)
    {
        var folded = Fold.Of(text);
        return char.IsUpper(text[0]) && Array.Exists(Words, w => folded.StartsWith($"{w} ", StringComparison.Ordinal));
    }
}

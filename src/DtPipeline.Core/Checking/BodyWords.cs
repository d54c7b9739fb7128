using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>How the names of public bodies begin, as <see cref="Fold"/> writes them.</summary>
internal static class BodyWords
{
    private static readonly string[] Always = ["so", "ubnd", "uy ban nhan dan", "cuc", "chi cuc", "tong cuc", "cong an", "trung tam", "van phong", "thanh tra"];

    private static readonly string[] BeforeNames = ["bo", "phong", "ban", "vu", "tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "vien", "truong", "benh vien", "hoi", "dang uy"];

    /// <summary>"Sở Y tế" and "Xã Đông Anh" are bodies; "sở", "Xã, phường" and "Trường học" are what is counted.</summary>
    public static bool Begin(string text)
    {
        var folded = Fold.Of(text);
        return char.IsUpper(text[0]) && (Has(Always) || (Has(BeforeNames) && text.Split(' ').Skip(1).Any(w => w.Length > 0 && char.IsUpper(w[0]))));

        bool Has(string[] words) => Array.Exists(words, w => folded.StartsWith($"{w} ", StringComparison.Ordinal));
    }
}

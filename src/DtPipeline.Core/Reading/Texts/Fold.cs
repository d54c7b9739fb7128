using System.Globalization;
using System.Text;

namespace DtPipeline.Reading.Texts;

internal static class Fold
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) { continue; }
            var l = char.ToLowerInvariant(c);
            l = l is 'đ' ? 'd' : l;
            if (char.IsLetterOrDigit(l)) { folded.Append(l); }
            else if (l == '&') { folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " va " : "va "); }
            else if (folded.Length > 0 && folded[^1] != ' ') { folded.Append(' '); }
        }
        return folded.ToString().TrimEnd();
    }
}

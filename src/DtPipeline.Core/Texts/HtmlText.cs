using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DtPipeline.Texts;

/// <summary>Text as the pages and mails that are made here have it in their HTML.</summary>
public static class HtmlText
{
    // Vietnamese letters stay as they are; what HTML gives a meaning, and what cannot be seen, does not.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encoded(string text) => Encoder.Encode(text);
}

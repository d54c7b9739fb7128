using System.Text;
using System.Text.Unicode;
using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>
/// The text of a catalogue file: UTF-8, or UTF-16 by its mark. Bytes of an older encoding are refused by name, for a wrong guess would put a
/// wrong name on every report.
/// </summary>
internal sealed record CatalogueText(string Text, CatalogueProblem? Problem)
{
    private const int MostBytes = 50_000_000;

    public static CatalogueText Of(string file, ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.Length > MostBytes)
        {
            return Refused(file, 1, $"the file has more than {MostBytes / 1_000_000} MB, which no catalogue has");
        }

        if (Utf16.Find(bytes, out var marked) is { } utf16)
        {
            return Utf16.FindWrong(bytes[marked..], utf16) is { } wrong
                ? Refused(file, wrong.Line, "the file has characters that no text has; save it as 'CSV UTF-8'")
                : new CatalogueText(utf16.GetString(bytes[marked..]), null);
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        if (Utf8.IsValid(bytes))
        {
            return new CatalogueText(Encoding.UTF8.GetString(bytes), null);
        }

        var guess = EncodingChoice.Of(ByteWords.Of(bytes)) is { } old ? $" (it looks like {old.Name})" : string.Empty;
        return Refused(file, Utf8Bytes.FirstWrongLine(bytes), $"the line is not written in UTF-8{guess}; save the file as 'CSV UTF-8'");
    }

    private static CatalogueText Refused(string file, int line, string message) => new(string.Empty, new CatalogueProblem(file, line, message));
}

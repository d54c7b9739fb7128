using System.Text;
using System.Xml;
using DtPipeline.Faults;
using DtPipeline.Texts;

namespace DtPipeline.Grids;

/// <summary>A file that is one document of XML.</summary>
internal static class XmlFile
{
    /// <summary>In the encoding that its bytes or its declaration say, without document types and entities.</summary>
    public static XmlReader Open(ReadOnlyMemory<byte> content)
    {
        // A declaration can name another encoding than the mark of its bytes; whoever wrote the bytes knew them better.
        var blanks = 0;
        while (blanks < content.Length && content.Span[blanks] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
        {
            blanks++;
        }

        return Utf16.Find(content.Span, out var marked) is { } encoding
            ? XmlText.Open(new StreamReader(ContentStream.Of(content[marked..]), encoding, detectEncodingFromByteOrderMarks: false))
            : XmlText.Open(ContentStream.Of(content[blanks..]));
    }

    /// <summary>Tells what keeps the file from being read at all: a document type, or text longer than could be held.</summary>
    public static bool KeepsOut(ReadOnlyMemory<byte> content, string format, int longestText, GridSource source)
    {
        var bytes = content.Span;
        if (bytes.IndexOf("<!DOCTYPE"u8) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0)
        {
            source.KeepOut(FaultKinds.FileDocumentType.At(source.Whole, format));
            return true;
        }

        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOf((byte)'<');
            if (next > longestText || (next < 0 && bytes.Length - at > longestText))
            {
                source.KeepOut(FaultKinds.FileBomb.At(source.Whole, SizeText.Of(next < 0 ? bytes.Length - at : next), SizeText.Of(longestText)));
                return true;
            }

            at = next < 0 ? bytes.Length : at + next + 1;
        }

        return false;
    }
}

using System.Buffers;
using System.Text;

namespace DtPipeline.Reading;

/// <summary>Forms in which signed papers come: PDF, and pictures of them. Told by content like every other.</summary>
internal static class EvidenceFormats
{
    /// <summary>How far from its beginning a PDF may say that it is one, and from its end that it ends.</summary>
    private const int NearAnEnd = 1_024;

    private static readonly (byte[] Begins, string Name)[] Pictures =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("II*\0"u8.ToArray(), "TIFF"),
        ("MM\0*"u8.ToArray(), "TIFF"),
    ];

    /// <summary>With the mark of UTF-8.</summary>
    private static readonly SearchValues<byte> Blanks = SearchValues.Create("\uFEFF \t\r\n\0"u8);

    private static readonly byte[][] Heic = [.. new[] { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" }.Select(b => Encoding.ASCII.GetBytes($"ftyp{b}"))];

    /// <returns>Null for anything else.</returns>
    public static RecognisedFormat? Recognise(ReadOnlySpan<byte> bytes)
    {
        if (IsPdf(bytes))
        {
            return new RecognisedFormat(ReportFormat.Pdf, "PDF");
        }

        foreach (var (begins, name) in Pictures)
        {
            if (bytes.StartsWith(begins))
            {
                return new RecognisedFormat(ReportFormat.Picture, name);
            }
        }

        foreach (var brand in Heic)
        {
            if (bytes.Length > 4 && bytes[4..].StartsWith(brand))
            {
                return new RecognisedFormat(ReportFormat.Picture, "HEIC");
            }
        }

        return null;
    }

    /// <summary>What scanners and mail put in front of it does no harm, if it ends like a PDF too: a table that only speaks of one stays a table.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var begin = bytes[..Math.Min(bytes.Length, NearAnEnd)].IndexOf("%PDF"u8);
        return begin == 0
            || (begin > 0 && (bytes[..begin].IndexOfAnyExcept(Blanks) < 0 || bytes[Math.Max(0, bytes.Length - NearAnEnd)..].IndexOf("%%EOF"u8) >= 0));
    }
}

using System.Text;
using DtPipeline.Faults;
using MimeKit;

namespace DtPipeline.Grids.Html;

/// <summary>A web archive (MHTML), as Excel and Word save it and the systems of ministries hand it out: the HTML in it, and nothing that it refers to.</summary>
internal static class WebArchive
{
    private const string Name = "MHTML";

    /// <summary>Bytes; encoded as the archive is, about three quarters of it are HTML and pictures.</summary>
    private const int MostBytes = 8 * 1_048_576;

    private const int MostParts = 200;

    public static IEnumerable<Grid> Grids(ReadOnlyMemory<byte> content, GridSource source)
    {
        if (content.Length > MostBytes)
        {
            source.KeepOut(FaultKinds.FileTooLarge.At(source.Whole, $"{Name}: {SizeText.Of(content.Length)}", SizeText.Of(MostBytes)));
            return [];
        }

        return Damage.Guarded(() => Pages(content), source, Name) is { } pages ? Read(pages, source) : [];
    }

    private static IEnumerable<Grid> Read(List<byte[]> pages, GridSource source)
    {
        if (pages.Sum(p => (long)p.Length) > HtmlReader.MostBytes)
        {
            source.KeepOut(FaultKinds.FileTooLarge.At(source.Whole, $"{Name}: {SizeText.Of(pages.Sum(p => (long)p.Length))}", SizeText.Of(HtmlReader.MostBytes)));
            yield break;
        }

        foreach (var page in pages)
        {
            foreach (var grid in HtmlReader.Grids(page, source))
            {
                yield return pages.Count == 1 ? grid : grid with { IsOnly = false };
            }
        }
    }

    private static List<byte[]> Pages(ReadOnlyMemory<byte> content)
    {
        using var stream = ContentStream.Of(content);
        using var message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = 16 }, stream);
        var pages = new List<byte[]>();
        foreach (var part in message.BodyParts.OfType<TextPart>().Where(p => p.IsHtml).Take(MostParts))
        {
            using var bytes = new MemoryStream();
            part.Content?.DecodeTo(bytes);
            pages.Add(Utf8(bytes.ToArray(), part.ContentType.Charset));
        }

        return pages;
    }

    /// <summary>What the head of the part says of its encoding counts as what the page itself would say.</summary>
    private static byte[] Utf8(byte[] page, string? charset)
    {
        if (charset is null || !charset.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase) || System.Text.Unicode.Utf8.IsValid(page))
        {
            return page;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.UTF8.GetBytes(Encoding.GetEncoding(charset).GetString(page));
    }
}

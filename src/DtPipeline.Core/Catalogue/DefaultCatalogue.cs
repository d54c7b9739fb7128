using System.Text;

namespace DtPipeline.Catalogue;

/// <summary>The catalogue that the build embeds from the folder <c>catalogue/</c>.</summary>
public static class DefaultCatalogue
{
    public static string? TextOf(string file) => BytesOf(file) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    public static ReadOnlyMemory<byte>? BytesOf(string file)
    {
        using var stream = typeof(DefaultCatalogue).Assembly.GetManifestResourceStream($"catalogue/{file}");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

using System.Text;

namespace DtPipeline.Catalogue;

/// <summary>The catalogue that the build embeds from the folder <c>catalogue/</c>.</summary>
public static class DefaultCatalogue
{
    public static string? TextOf(string file) => BytesOf(file) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>The same for a catalogue that has files of its own: beside indicators or forms of its own nobody has the targets that are built in.</summary>
    /// <param name="isOwn">Whether the catalogue has its own file of a name.</param>
    public static ReadOnlyMemory<byte>? BytesBeside(string file, Func<string, bool> isOwn) =>
        file == "targets.csv" && (isOwn("indicators.csv") || isOwn("forms.csv") || isOwn("form_indicators.csv")) ? null : BytesOf(file);

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

using System.IO.Compression;

namespace DtPipeline.Azure.Pulling;

/// <summary>Reads an answer no further than a limit, whatever length it declares and however it is packed.</summary>
internal static class BoundedContent
{
    private const int BufferBytes = 81_920;

    /// <returns>At most one buffer more than <paramref name="mostBytes"/>: then the answer is larger than that.</returns>
    /// <exception cref="InvalidDataException">It is packed in a way that is not known, or broken.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, long mostBytes, CancellationToken cancellationToken)
    {
        await using var packed = await content.ReadAsStreamAsync(cancellationToken);
        await using var body = Unpack(packed, content.Headers.ContentEncoding);
        using var kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while (kept.Length <= mostBytes && (read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Some servers pack what they were asked not to.</summary>
    private static Stream Unpack(Stream packed, ICollection<string> encodings) => encodings switch
    {
        { Count: 0 } => packed,
        { Count: 1 } when encodings.Single() == "identity" => packed,
        { Count: 1 } when encodings.Single() is "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        _ => throw new InvalidDataException("The answer is packed in a way that is not known."),
    };
}

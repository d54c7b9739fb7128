using System.Runtime.InteropServices;

namespace DtPipeline.Grids;

internal static class ContentStream
{
    /// <summary>The bytes as a stream, without a copy.</summary>
    public static Stream Of(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}

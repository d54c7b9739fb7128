using System.Buffers;
using System.IO.Compression;

namespace DtPipeline.Grids.Packages;

/// <summary>Unpacks a part of a package to its end, or to a limit, and tells whether some bytes are in it.</summary>
/// <param name="Length">Unpacked bytes; more than the limit where it was passed.</param>
/// <param name="LongestText">Bytes between two opening brackets: no text and no attribute is longer.</param>
internal readonly record struct ByteScan(long Length, bool IsFound, long LongestText)
{
    private const int BufferSize = 81_920;

    public static ByteScan Of(ZipArchiveEntry part, long limit, byte[] sequence)
    {
        var isFound = false;
        var overlap = sequence.Length - 1;

        // A small workbook has many parts, each of which is a fraction of this.
        using var room = MemoryPool<byte>.Shared.Rent(BufferSize + overlap);
        var buffer = room.Memory.Span;
        var kept = 0;
        var (length, run, longest) = (0L, 0L, 0L);
        using var content = part.Open();
        for (var read = content.Read(buffer[..BufferSize]); read > 0 && length <= limit; read = content.Read(buffer.Slice(kept, BufferSize)))
        {
            length += read;
            var window = buffer[..(kept + read)];
            isFound = isFound || window.IndexOf(sequence) >= 0;

            // Only a run that goes through a whole buffer can be longer than one.
            var fresh = window[kept..];
            var first = fresh.IndexOf((byte)'<');
            run += first < 0 ? fresh.Length : first;
            longest = Math.Max(longest, run);
            run = first < 0 ? run : fresh.Length - 1 - fresh.LastIndexOf((byte)'<');

            kept = Math.Min(overlap, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return new ByteScan(length, isFound, Math.Max(longest, run));
    }
}

using System.IO.Compression;

namespace DtPipeline.Grids.Xlsx;

/// <summary>Unpacks a part of a package to its end, or to a limit, and tells which of some byte sequences it contains.</summary>
/// <param name="Length">Unpacked bytes; more than the limit where it was passed.</param>
internal sealed record ByteScan(long Length, bool[] Found)
{
    private const int BufferSize = 81_920;

    public bool Has(int index) => Found[index];

    public static ByteScan Look(ZipArchiveEntry part, long limit, params byte[][] sequences)
    {
        var found = new bool[sequences.Length];
        var overlap = sequences.Max(s => s.Length) - 1;
        var buffer = new byte[BufferSize + overlap];
        var kept = 0;
        var length = 0L;
        using var content = part.Open();
        for (var read = content.Read(buffer, 0, BufferSize); read > 0 && length <= limit; read = content.Read(buffer, kept, BufferSize))
        {
            length += read;
            var window = buffer.AsSpan(0, kept + read);
            for (var i = 0; i < sequences.Length; i++)
            {
                found[i] = found[i] || window.IndexOf(sequences[i]) >= 0;
            }

            kept = Math.Min(overlap, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return new ByteScan(length, found);
    }
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using DtPipeline.Grids.Packages;

namespace DtPipeline.Grids.Xlsx;

/// <summary>The merged cells of a sheet. They stand behind its rows and are needed before them, so that they are looked for in the bytes, which is fast.</summary>
internal static partial class XlsxMerged
{
    private const int BufferSize = 81_920;

    /// <summary>Bytes that are looked at from the first merged cell on.</summary>
    private const int MostBytes = 1_048_576;

    private static readonly byte[] Begins = "mergeCells"u8.ToArray();

    public static IReadOnlyList<MergedArea> In(OfficePackage package, string part)
    {
        using var content = package.OpenBytes(part);
        using var room = MemoryPool<byte>.Shared.Rent(BufferSize + Begins.Length);
        var buffer = room.Memory.Span;
        var kept = 0;
        for (var read = content.Read(buffer[..BufferSize]); read > 0; read = content.Read(buffer.Slice(kept, BufferSize)))
        {
            var window = buffer[..(kept + read)];
            if (window.IndexOf(Begins) is >= 0 and var at)
            {
                return Areas(window[at..], content);
            }

            kept = Math.Min(Begins.Length - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return [];
    }

    private static List<MergedArea> Areas(ReadOnlySpan<byte> first, Stream rest)
    {
        using var bytes = new MemoryStream();
        bytes.Write(first);
        using var room = MemoryPool<byte>.Shared.Rent(BufferSize);
        var buffer = room.Memory.Span;
        for (var read = rest.Read(buffer); read > 0 && bytes.Length < MostBytes; read = rest.Read(buffer))
        {
            bytes.Write(buffer[..read]);
        }

        var areas = new List<MergedArea>();
        foreach (Match match in Cell().Matches(Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)))
        {
            if (CellAddress.Parse(match.Groups["first"].Value) is { } from && CellAddress.Parse(match.Groups["last"].Value) is { } to)
            {
                areas.Add(new MergedArea(from.Row, to.Row, from.Column - 1, to.Column - 1));
            }
        }

        return areas;
    }

    [GeneratedRegex("mergeCell\\s[^>]*ref=[\"'](?<first>[A-Za-z]+[0-9]+):(?<last>[A-Za-z]+[0-9]+)[\"']", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();
}

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
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize + Begins.Length);
        try
        {
            using var content = package.OpenBytes(part);
            return In(content, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<MergedArea> In(Stream content, byte[] buffer)
    {
        var kept = 0;
        for (var read = content.Read(buffer, 0, BufferSize); read > 0; read = content.Read(buffer, kept, BufferSize))
        {
            var window = buffer.AsSpan(0, kept + read);
            if (window.IndexOf(Begins) is >= 0 and var at)
            {
                return Areas(window[at..], content, buffer);
            }

            kept = Math.Min(Begins.Length - 1, window.Length);
            window[^kept..].CopyTo(buffer);
        }

        return [];
    }

    /// <param name="buffer">In which the first of them are.</param>
    private static List<MergedArea> Areas(ReadOnlySpan<byte> first, Stream rest, byte[] buffer)
    {
        using var bytes = new MemoryStream();
        bytes.Write(first);
        for (var read = rest.Read(buffer); read > 0 && bytes.Length < MostBytes; read = rest.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
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

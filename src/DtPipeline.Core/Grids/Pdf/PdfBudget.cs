using System.Buffers;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DtPipeline.Grids.Pdf;

/// <summary>Thrown through the library where a PDF asks for more than its letterhead is worth.</summary>
internal sealed class PdfTooMuchException() : Exception("The PDF asks for more than reading its letterhead may take.");

/// <summary>
/// Unpacks the streams of one PDF, up to a bound for each and for all of them, counted in bytes and calls and not in time, so that every machine
/// decides alike. Pictures are not unpacked at all.
/// </summary>
internal sealed class PdfBudget(IFilterProvider inner) : IFilterProvider
{
    private const int MostOfStream = 8 * 1_048_576;
    private const long MostOfFile = 64L * 1_048_576;
    private const int MostCalls = 20_000;
    private const int MostNodes = 900;

    /// <summary>A byte of these packings may stand for hundreds, so that only a short stream of them is unpacked.</summary>
    private const int MostOfOtherPacking = 65_536;

    private long left = MostOfFile;
    private int calls;
    private int nodes;

    /// <summary>Stays so once it is: the library may have swallowed what was thrown.</summary>
    public bool IsOver { get; private set; }

    public void End() => IsOver = true;

    /// <summary>Counts the nodes of trees in what is about to be read.</summary>
    /// <exception cref="PdfTooMuchException">There are more than any paper has.</exception>
    public void Count(ReadOnlySpan<byte> bytes)
    {
        nodes += PdfNames.Kids(bytes);
        IsOver |= nodes > MostNodes;
        Spend(0);
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(inner.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        Spend(0);
        return [.. filters.Select(f => new BoundedFilter(f, this))];
    }

    private void Spend(long bytes)
    {
        left -= bytes;
        IsOver |= left < 0 || bytes > MostOfStream || ++calls > MostCalls;
        if (IsOver)
        {
            throw new PdfTooMuchException();
        }
    }

    private sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is not (FlateFilter or LzwFilter or RunLengthFilter or Ascii85Filter or AsciiHexDecodeFilter))
            {
                return input;
            }

            budget.Spend(Most(input) + Widest(streamDictionary));
            var unpacked = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (streamDictionary.TryGet(NameToken.Type, out NameToken type) && type == NameToken.ObjStm)
            {
                budget.Count(unpacked.Span);
            }

            return unpacked;
        }

        /// <summary>How much may come out of it, known before it does.</summary>
        private long Most(Memory<byte> input) => inner switch
        {
            FlateFilter => Inflated(input),
            LzwFilter or RunLengthFilter when input.Length > MostOfOtherPacking => long.MaxValue / 4,
            _ => input.Length,
        };

        /// <summary>Of a table packed by rows, the length of a row, which is made up where the last one is short.</summary>
        private static long Widest(DictionaryToken streamDictionary)
        {
            if (!streamDictionary.TryGet(NameToken.DecodeParms, out var parameters))
            {
                return 0;
            }

            var all = parameters is ArrayToken several ? several.Data : [parameters];
            return all.OfType<DictionaryToken>().Select(d => d.TryGet(NameToken.Columns, out var columns) && columns is NumericToken n ? (long)Math.Clamp(n.Double, 0, int.MaxValue) : 0).DefaultIfEmpty().Max();
        }

        private static long Inflated(Memory<byte> input)
        {
            if (input.Length <= ZlibHeader)
            {
                return 0;
            }

            var length = 0L;
            using var chunk = MemoryPool<byte>.Shared.Rent(65_536);
            try
            {
                using var packed = new DeflateStream(ContentStream.Of(input[ZlibHeader..]), CompressionMode.Decompress);
                for (int read; length <= MostOfStream && (read = packed.Read(chunk.Memory.Span)) > 0; length += read)
                {
                }
            }
            catch (InvalidDataException)
            {
                // Damaged from here on: the library takes what came before.
            }

            return length;
        }

        private const int ZlibHeader = 2;
    }
}

using System.Buffers;

namespace DtPipeline.Grids;

/// <summary>The first characters of a text: as many as it has, at most a given number of them.</summary>
internal static class TextBeginning
{
    public static string Of(Func<TextReader> open, int most)
    {
        using var text = open();

        // Room for the longest beginning would be the largest thing that a small report costs: it is rented.
        using var room = MemoryPool<char>.Shared.Rent(most);
        var beginning = room.Memory.Span[..most];
        return new string(beginning[..text.ReadBlock(beginning)]);
    }
}

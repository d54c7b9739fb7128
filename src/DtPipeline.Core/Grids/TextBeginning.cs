using System.Buffers;

namespace DtPipeline.Grids;

/// <summary>The first characters of a text: as many as it has, at most a given number of them.</summary>
internal static class TextBeginning
{
    // Room for the longest beginning would be the largest thing that a small report costs: it is rented.
    public static string Of(Func<TextReader> open, int most)
    {
        using var text = open();
        var buffer = ArrayPool<char>.Shared.Rent(most);
        try
        {
            return new string(buffer, 0, text.ReadBlock(buffer, 0, most));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}

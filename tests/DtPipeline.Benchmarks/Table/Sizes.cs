using System.Globalization;

namespace DtPipeline.Benchmarks.Table;

/// <summary>What was asked for on the command line as <c>name=number</c>.</summary>
internal sealed class Sizes
{
    private readonly Dictionary<string, int> asked;

    private Sizes(Dictionary<string, int> asked) => this.asked = asked;

    /// <returns>Null where a word is neither a part nor a size, which is then said.</returns>
    /// <param name="parts">As people are told them.</param>
    public static Sizes? Parse(IEnumerable<string> words, IEnumerable<string> parts)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.Split('=') is not [var name, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size == 0)
            {
                Console.Error.WriteLine($"'{word}' is neither a part ({string.Join(", ", parts)}) nor a size: write for example organisations=340.");
                return null;
            }

            asked[name] = size;
        }

        return new Sizes(asked);
    }

    public int Of(string name, int otherwise) => asked.GetValueOrDefault(name, otherwise);
}

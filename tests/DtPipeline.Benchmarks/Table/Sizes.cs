using System.Globalization;

namespace DtPipeline.Benchmarks.Table;

/// <summary>What was asked for on the command line as <c>name=number</c>.</summary>
internal sealed class Sizes
{
    private readonly Dictionary<string, int> asked;

    private Sizes(Dictionary<string, int> asked) => this.asked = asked;

    /// <exception cref="ArgumentException">A word is neither a part nor a size; the message says what was expected.</exception>
    public static Sizes Parse(IEnumerable<string> words)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            asked[word.Split('=')[0]] = word.Split('=') is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
                ? size
                : throw new ArgumentException($"'{word}' is neither a part nor a size: write for example organisations=340.");
        }

        return new Sizes(asked);
    }

    public int Of(string name, int otherwise) => asked.GetValueOrDefault(name, otherwise);
}

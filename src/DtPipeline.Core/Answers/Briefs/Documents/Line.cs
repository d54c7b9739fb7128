using System.Runtime.CompilerServices;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>A line of text, made by interpolation: what stands in the sentence is text, and what is put into it keeps its kind.</summary>
internal sealed record Line(IReadOnlyList<Run> Runs)
{
    public static readonly Line Empty = new([]);

    public static Line Of(Interpolated interpolated) => new(interpolated.Runs);

    public static Line Text(string text) => new([new Run(RunKind.Text, text)]);

    public static Line Join(string between, IEnumerable<Line> lines)
    {
        var runs = new List<Run>();
        foreach (var line in lines.Where(l => l.Runs.Count > 0))
        {
            if (runs.Count > 0)
            {
                runs.Add(new Run(RunKind.Text, between));
            }

            runs.AddRange(line.Runs);
        }

        return new Line(runs);
    }

    public bool IsEmpty => Runs.Count == 0;

    /// <summary>The words alone.</summary>
    public override string ToString() => string.Concat(Runs.Select(r => r.Text));

    [InterpolatedStringHandler]
    internal readonly ref struct Interpolated
    {
        public Interpolated(int literalLength, int formattedCount) => Runs = new List<Run>((2 * formattedCount) + Math.Sign(literalLength));

        public List<Run> Runs { get; }

        public void AppendLiteral(string literal) => Runs.Add(new Run(RunKind.Text, literal));

        public void AppendFormatted(Run run) => Runs.Add(run);

        public void AppendFormatted(Line line) => Runs.AddRange(line.Runs);

        /// <summary>Words of the language; a number needs a kind of its own.</summary>
        public void AppendFormatted(string words) => Runs.Add(new Run(RunKind.Text, words));
    }
}

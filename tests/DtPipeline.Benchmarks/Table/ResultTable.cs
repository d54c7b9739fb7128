using System.Globalization;

namespace DtPipeline.Benchmarks.Table;

/// <summary>The lines of a run, as Markdown: printed as they come, and once more as one table at the end.</summary>
internal sealed class ResultTable(string part)
{
    private readonly List<ResultLine> lines = [];

    public static string Head => "| part | what | measured | beside it | ratio | aim | |\n| --- | --- | --- | --- | --- | --- | --- |";

    public static string HeadInShort => "| what | measured | beside it | ratio | aim | |\n| --- | --- | --- | --- | --- | --- |";

    public IReadOnlyList<ResultLine> Lines => lines;

    /// <summary>A figure that stands for itself.</summary>
    /// <param name="isInShort">Whether it stands in the short table too.</param>
    public void Add(string what, string measured, string aim = "", bool? isWithin = null, bool isInShort = false) =>
        Add(new ResultLine(part, what, measured, string.Empty, null, aim, isWithin) { IsInShort = isInShort });

    /// <summary>A figure beside that of somebody else.</summary>
    /// <param name="aim">In words; empty where there is none.</param>
    /// <param name="isWithin">Whether a ratio is within the aim.</param>
    /// <param name="isInShort">Whether it stands in the short table too.</param>
    public void Add(string what, string measured, string beside, double ratio, string aim = "", Func<double, bool>? isWithin = null, bool isInShort = false) =>
        Add(new ResultLine(part, what, measured, beside, ratio, aim, isWithin?.Invoke(ratio)) { IsInShort = isInShort });

    private void Add(ResultLine line)
    {
        lines.Add(line);
        Console.WriteLine(line);
    }
}

/// <param name="Ratio">Of what is measured to what is beside it; null where nothing is.</param>
/// <param name="IsWithin">Within the aim; null where there is none.</param>
internal sealed record ResultLine(string Part, string What, string Measured, string Beside, double? Ratio, string Aim, bool? IsWithin)
{
    /// <summary>Among the few lines that say the most.</summary>
    public bool IsInShort { get; init; }

    public string InShort => string.Create(
        CultureInfo.InvariantCulture, $"| {What} | {Measured} | {Beside} | {Ratio:0.00} | {Aim} | {(IsWithin switch { true => "yes", false => "**no**", null => string.Empty })} |");

    public override string ToString() => $"| {Part} {InShort}";
}

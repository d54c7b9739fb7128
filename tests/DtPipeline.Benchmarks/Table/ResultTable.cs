using System.Globalization;

namespace DtPipeline.Benchmarks.Table;

/// <summary>The lines of a run, as Markdown: printed as they come, and once more as one table at the end.</summary>
internal sealed class ResultTable(string part)
{
    private readonly List<ResultLine> lines = [];

    public static string Head => "| part | what | measured | beside it | ratio | aim | |\n| --- | --- | --- | --- | --- | --- | --- |";

    public IReadOnlyList<ResultLine> Lines => lines;

    /// <summary>A figure that stands for itself.</summary>
    public void Add(string what, string measured, string aim = "", bool? isWithin = null) => Add(new ResultLine(part, what, measured, string.Empty, null, aim, isWithin));

    /// <summary>A figure beside that of somebody else.</summary>
    /// <param name="aim">In words; empty where there is none.</param>
    /// <param name="isWithin">Whether a ratio is within the aim.</param>
    public void Add(string what, string measured, string beside, double ratio, string aim = "", Func<double, bool>? isWithin = null) =>
        Add(new ResultLine(part, what, measured, beside, ratio, aim, isWithin?.Invoke(ratio)));

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
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"| {Part} | {What} | {Measured} | {Beside} | {Ratio:0.00} | {Aim} | {(IsWithin switch { true => "yes", false => "**no**", null => string.Empty })} |");
}

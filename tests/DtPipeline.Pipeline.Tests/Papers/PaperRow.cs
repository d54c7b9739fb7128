using System.Globalization;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.VisualBasic.FileIO;

namespace DtPipeline.Pipeline.Tests.Papers;

/// <summary>One line of <c>published-papers.csv</c>: what a published paper says, and what holds it here.</summary>
/// <param name="Value">As published; empty where the paper gives no number.</param>
/// <param name="HeldAs">
/// <c>figure</c>: the group's value of the period; <c>owed</c>: how many owe it; <c>lacking</c>: how many said no; <c>tenths</c>: so many of ten, which is ten times as
/// much in percent; <c>target</c>: the indicator's target; <c>whole</c>: a target that is all there is, 100 %; <c>gap</c>: what the period's values lack of their targets;
/// <c>due</c>: the day of the indicator's target; <c>task</c>: an assigned task; <c>organisation</c>: one that reports; <c>none</c>, with the reason.
/// </param>
/// <param name="Code">Of an indicator (several of a gap, between semicolons), task or organisation.</param>
public sealed record PaperRow(
    string Paper, DateOnly AsOf, string Kind, string Subject, string Value, string Unit, DateOnly? Due, string HeldAs, string Code, string Group, string Period, string Reason)
{
    public double Number => double.Parse(Value, CultureInfo.InvariantCulture);

    public static IReadOnlyList<PaperRow> All { get; } = [.. Read()];

    public override string ToString() => $"{Paper}: {Subject}";

    private static IEnumerable<PaperRow> Read()
    {
        using var parser = new TextFieldParser(new StringReader(Repository.Text("tests/DtPipeline.Pipeline.Tests/Papers/published-papers.csv"))) { Delimiters = [","] };
        parser.ReadFields();
        while (parser.ReadFields() is { } f)
        {
            yield return new PaperRow(f[0], Day(f[1]), f[2], f[3], f[4], f[5], f[6].Length == 0 ? null : Day(f[6]), f[7], f[8], f[9], f[10], f[11]);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>A number that a brief states, and what it is made of.</summary>
/// <param name="Id">
/// <c>{indicator}~{group or organisation}~{period}</c> for a value, with one word more for what follows from it (<c>~share</c>, <c>~change</c>, …);
/// <c>rate~{form}~{period}~{on_time|received|complete}</c>, <c>task~{task}~…</c> and the like for the others.
/// </param>
/// <param name="Value">In <paramref name="Unit"/>; null where nobody has given one.</param>
/// <param name="Unit">The indicator's own, or <c>percent</c>, <c>points</c>, <c>bodies</c>, <c>days</c>, <c>files</c>, <c>tasks</c>, <c>values</c>.</param>
/// <param name="Reported">Organisations that gave a value or a nil; null where none are asked.</param>
/// <param name="Owed">Of how many who owe it.</param>
/// <param name="Method">As in <c>RolledUp</c>, or how the figure follows from others: <c>reported</c>, <c>difference</c>, <c>share</c>, <c>count</c>, <c>catalogue</c>.</param>
/// <param name="Sources">The observations or filings that it is made of.</param>
public sealed record BriefFigure(
    string Id,
    string? Indicator,
    string? Group,
    string? Organisation,
    string? Period,
    double? Value,
    string Unit,
    int? Reported,
    int? Owed,
    string Method,
    IReadOnlyList<FigureSource> Sources)
{
    /// <summary>Ids of the figures that it follows from; theirs are its sources.</summary>
    public IReadOnlyList<string> From { get; init; } = [];
}

/// <summary>One value, or one filing, that a figure is made of.</summary>
/// <param name="Value">In the indicator's unit; null for a nil, and of a filing.</param>
/// <param name="FileId">Null where no file is known.</param>
/// <param name="Path">Of the report, without its container; its receipt lies under the same.</param>
/// <param name="Cell">Address in a workbook, or the line; null for the whole file.</param>
public sealed record FigureSource(string Organisation, string Period, double? Value, string? FileId, string? Path, string? Cell);

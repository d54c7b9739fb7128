namespace DtPipeline.Answers.Briefs.Documents;

internal enum RunKind
{
    Text,
    Strong,

    /// <summary>What something is called: numbers in it are part of the name.</summary>
    Name,

    /// <summary>A day, a moment or a period.</summary>
    Time,

    /// <summary>A number, which leads to what it is made of.</summary>
    Figure,

    /// <summary>A code, a path, a cell.</summary>
    Code,
    Good,
    Warning,
    Bad,
}

/// <summary>A piece of a line.</summary>
/// <param name="Figure">Of a <see cref="RunKind.Figure"/>: its id.</param>
internal sealed record Run(RunKind Kind, string Text, string? Figure = null)
{
    /// <summary>Keeps a number and what it counts on one line.</summary>
    public const char NoBreak = '\u00A0';

    public static Run Name(string name) => new(RunKind.Name, name);

    public static Run Code(string code) => new(RunKind.Code, code);
}

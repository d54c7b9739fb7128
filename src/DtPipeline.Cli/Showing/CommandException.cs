namespace DtPipeline.Cli.Showing;

/// <summary>Something that the person who typed the command can put right; shown as a sentence, without a stack.</summary>
internal sealed class CommandException : Exception
{
    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="hint">What to do; null where the message says it.</param>
    public CommandException(Outcome outcome, string message, string? hint = null)
        : base(message)
    {
        Outcome = outcome;
        Hint = hint;
    }

    public Outcome Outcome { get; } = Outcome.Failed;

    public string? Hint { get; }
}

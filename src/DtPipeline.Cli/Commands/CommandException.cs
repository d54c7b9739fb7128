namespace DtPipeline.Cli.Commands;

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
}

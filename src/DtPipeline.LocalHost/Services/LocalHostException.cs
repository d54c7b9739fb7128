namespace DtPipeline.LocalHost.Services;

/// <summary>Something that the person who started the program can put right; shown as a sentence, without a stack.</summary>
internal sealed class LocalHostException : Exception
{
    public LocalHostException()
    {
    }

    public LocalHostException(string message)
        : base(message)
    {
    }

    public LocalHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

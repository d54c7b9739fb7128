namespace DtPipeline.Azure.Erasing;

/// <summary>What keeps a file from being erased, as a sentence for whoever asked for it.</summary>
public sealed class PurgeException : Exception
{
    public PurgeException()
    {
    }

    public PurgeException(string message)
        : base(message)
    {
    }

    public PurgeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

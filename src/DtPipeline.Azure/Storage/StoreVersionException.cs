namespace DtPipeline.Azure.Storage;

/// <summary>The store was written by a newer app, as a sentence that says what to do.</summary>
public sealed class StoreVersionException : Exception
{
    public StoreVersionException()
    {
    }

    public StoreVersionException(string message)
        : base(message)
    {
    }

    public StoreVersionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

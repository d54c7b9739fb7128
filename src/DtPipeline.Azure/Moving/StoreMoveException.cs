namespace DtPipeline.Azure.Moving;

/// <summary>An export or import that cannot be done, for a reason that the person at the keyboard can put right.</summary>
public sealed class StoreMoveException : Exception
{
    public StoreMoveException()
    {
    }

    public StoreMoveException(string message)
        : base(message)
    {
    }

    public StoreMoveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

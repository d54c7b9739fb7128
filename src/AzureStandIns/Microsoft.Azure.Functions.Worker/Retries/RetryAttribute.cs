namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>How many times a failed run is tried again; -1 is without end.</summary>
    public int MaxRetryCount { get; set; }
}

using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Tries a failed run again after the same pause each time, written HH:mm:ss.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, CultureInfo.InvariantCulture, out var parsed) || parsed < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delayInterval), "The pause is a time span such as 00:00:30.");
        }

        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}

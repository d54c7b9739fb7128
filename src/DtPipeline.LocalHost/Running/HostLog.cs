using Microsoft.Extensions.Logging;

namespace DtPipeline.LocalHost.Running;

internal static partial class HostLog
{
    [LoggerMessage(101, LogLevel.Error, "{Function} failed, attempt {Attempt} of {Most}.")]
    public static partial void FunctionFailed(this ILogger logger, Exception exception, string function, int attempt, int most);

    [LoggerMessage(103, LogLevel.Warning, "The reports cannot be listed now; trying again.")]
    public static partial void StorageAway(this ILogger logger, Exception exception);

    [LoggerMessage(104, LogLevel.Warning, "The Service Bus did not take back a message that was delivered; it comes again.")]
    public static partial void MessageComesAgain(this ILogger logger, Exception exception);

    [LoggerMessage(102, LogLevel.Information, "{Function} ran.")]
    public static partial void FunctionRan(this ILogger logger, string function);
}

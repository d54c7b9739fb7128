#nullable disable annotations
using System.Globalization;

namespace Azure.Data.Tables;

/// <remarks>The service names the failing action by its place: the message begins with <c>3:</c> for the fourth.</remarks>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            Given(requestFailedException).Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
        => FailedTransactionActionIndex = IndexIn(requestFailedException.Message);

    public int? FailedTransactionActionIndex { get; }

    private static RequestFailedException Given(RequestFailedException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception;
    }

    private static int? IndexIn(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}

using Azure;
using Azure.Identity;

namespace DtPipeline.Azure.Storage;

/// <summary>What keeps somebody at a command line from the storage, as a sentence that says what to do.</summary>
internal static class StorageTrouble
{
    /// <returns>Null for what has nothing to do with the connection.</returns>
    public static string? SentenceOf(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [.., var last] } => SentenceOf(last),
        AuthenticationFailedException => $"Signing in to Azure failed: run 'az login', or give a connection string. {FirstLine(exception)}",
        RequestFailedException { Status: 0 } => $"Nothing answers at the storage account: is its name right, and does it run? {FirstLine(exception)}",
        RequestFailedException { Status: 401 or 403 } refused =>
            $"The storage account refuses this ({refused.Status} {refused.ErrorCode}): it takes the rights of an operator, and a new right a few minutes (docs/runbook.md).",
        RequestFailedException { ErrorCode: "TableBeingDeleted" or "ContainerBeingDeleted" } => "A table or container of that name is still being deleted: try again in a minute.",
        RequestFailedException { ErrorCode: "TableNotFound" or "ResourceNotFound" or "ContainerNotFound" } =>
            "The storage account lacks a table or container of DtPipeline: is it the account of the data, and was anything deployed to it?",
        OperationCanceledException or HttpRequestException => $"The storage account did not answer in time: {FirstLine(exception)}",
        RequestFailedException failed => $"The storage account answered {failed.Status} {failed.ErrorCode}: {FirstLine(exception)}",
        // A run of many items, of which one or all met the same trouble.
        InvalidOperationException { InnerException: { } inner } when SentenceOf(inner) is { } sentence => $"{FirstLine(exception)} {sentence}",
        _ => null,
    };

    private static string FirstLine(Exception exception) => exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
}

using Microsoft.Extensions.Logging;

namespace DtPipeline.Azure.Telemetry;

/// <summary>Every message that the pipeline logs. None carries a value of a report, a secret or a person's name.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Report {Path} is {Status}: {Rows} rows, {Faulty} faulty, file {FileId}.")]
    public static partial void ReportTaken(this ILogger logger, string path, string status, int rows, int faulty, string fileId);

    [LoggerMessage(2, LogLevel.Warning, "Report {Path} was deleted before it was read.")]
    public static partial void ReportGone(this ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Information, "Partition {Partition} was replayed from the archive: {Files} files, {Changes} rows written.")]
    public static partial void PartitionReplayed(this ILogger logger, string partition, int files, int changes);

    [LoggerMessage(4, LogLevel.Information, "Sweep: {Reports} reports had no receipt, {Partitions} partitions were unfinished.")]
    public static partial void Swept(this ILogger logger, int reports, int partitions);

    [LoggerMessage(5, LogLevel.Information, "Overdue check of {Day}: {Changed} obligations changed, {Alerts} alerts.")]
    public static partial void OverdueChecked(this ILogger logger, DateOnly day, int changed, int alerts);

    [LoggerMessage(6, LogLevel.Information, "Period {Period} published: {Organisations} organisations, {Alerts} alerts.")]
    public static partial void PeriodPublished(this ILogger logger, string period, int organisations, int alerts);

    [LoggerMessage(7, LogLevel.Information, "{Count} alerts sent from {Partition}.")]
    public static partial void AlertsSent(this ILogger logger, int count, string partition);

    [LoggerMessage(8, LogLevel.Information, "Alert {MessageId} delivered.")]
    public static partial void AlertDelivered(this ILogger logger, string messageId);

    [LoggerMessage(9, LogLevel.Error, "Report {Path} could not be processed now; it is tried again by the next sweep.")]
    public static partial void ReportFailed(this ILogger logger, Exception exception, string path);

    [LoggerMessage(10, LogLevel.Information, "Rebuilt {Partitions} partitions from {Files} files and {Alerts} alerts of the archive.")]
    public static partial void Rebuilt(this ILogger logger, int partitions, int files, int alerts);

    [LoggerMessage(11, LogLevel.Information, "Digest of {Day} for {Recipient} is composed.")]
    public static partial void DigestComposed(this ILogger logger, string recipient, DateOnly day);

    [LoggerMessage(12, LogLevel.Error, "The catalogue in storage: {Problem}.")]
    public static partial void CatalogueProblem(this ILogger logger, string problem);

    [LoggerMessage(13, LogLevel.Information, "Task check of {Day}: {Owed} tasks with a due day, {Changed} rows changed, {Alerts} alerts.")]
    public static partial void TasksChecked(this ILogger logger, DateOnly day, int owed, int changed, int alerts);

    [LoggerMessage(15, LogLevel.Information, "Mail {MessageId} has ended: {Outcome} {Reason}.")]
    public static partial void MailEnded(this ILogger logger, string messageId, string outcome, string reason);

    [LoggerMessage(16, LogLevel.Warning, "Mail {MessageId} was not taken at attempt {Attempt}: {Reason}. It is tried again.")]
    public static partial void MailNotTaken(this ILogger logger, string messageId, int attempt, string reason);

    [LoggerMessage(17, LogLevel.Error, "Mail {MessageId} could not be handled now; it is tried again.")]
    public static partial void MailFailed(this ILogger logger, Exception exception, string messageId);

    [LoggerMessage(21, LogLevel.Information, "Source {Source}, {Period}: {Outcome}.")]
    public static partial void SourcePulled(this ILogger logger, string source, string period, string outcome);

    [LoggerMessage(22, LogLevel.Warning, "Source {Source} has failed {Failures} times in a row: {Reason}.")]
    public static partial void SourceFailed(this ILogger logger, string source, int failures, string reason);

    [LoggerMessage(23, LogLevel.Error, "Source {Source} could not be run; it is tried again by the next run.")]
    public static partial void SourceNotRun(this ILogger logger, Exception exception, string source);

    [LoggerMessage(24, LogLevel.Warning, "The outbox of {Partition} could not be sent now; the next dispatch sends it.")]
    public static partial void OutboxLeft(this ILogger logger, Exception exception, string partition);

    [LoggerMessage(31, LogLevel.Information, "Brief of {Period} as of {Moment} written: {Figures} figures.")]
    public static partial void BriefWritten(this ILogger logger, string period, string moment, int figures);

    [LoggerMessage(29, LogLevel.Error, "Tables and containers could not be made: {Reason}")]
    public static partial void StorageNotMade(this ILogger logger, string reason);
}

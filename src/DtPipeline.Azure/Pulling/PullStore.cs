using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;

namespace DtPipeline.Azure.Pulling;

/// <summary>Where a source stands between two runs.</summary>
/// <param name="Failures">In a row.</param>
/// <param name="NotBefore">When the source wants to be asked again at the earliest.</param>
/// <param name="AlertPeriod">In whose partition an alert about the source is open.</param>
internal sealed record SourceState(DateTimeOffset? LastRun, string? Outcome, int Failures, DateTimeOffset? NotBefore, string? AlertPeriod)
{
    public static readonly SourceState New = new(null, null, 0, null, null);
}

/// <summary>What is known of sources, in a partition of the table <c>Pending</c>. Losing it costs one more fetch of each report, whose repetition is told apart as a duplicate.</summary>
public sealed class PullStore(StorageAccount account)
{
    private const string Partition = "pull";
    private const string SourcePrefix = "source~";
    private const string CopyPrefix = "copy~";

    internal async Task<SourceState> StateOfAsync(Source source, CancellationToken cancellationToken)
    {
        var stored = await account.Pending.GetEntityIfExistsAsync<TableEntity>(Partition, SourcePrefix + source.Code, cancellationToken: cancellationToken);
        return stored is { HasValue: true, Value: { } row }
            ? new SourceState(
                row.GetDateTimeOffset("LastRun"), row.GetString("Outcome"), row.GetInt32("Failures") ?? 0, row.GetDateTimeOffset("NotBefore"), row.GetString("AlertPeriod"))
            : SourceState.New;
    }

    internal async Task<Validators> ValidatorsOfAsync(Source source, Period period, CancellationToken cancellationToken)
    {
        var stored = await account.Pending.GetEntityIfExistsAsync<TableEntity>(Partition, CopyKey(source, period), cancellationToken: cancellationToken);

        // They answer for one address: another one begins anew.
        return stored is { HasValue: true, Value: { } row } && row.GetString("Url") == source.Url
            ? new Validators(row.GetString("Tag"), row.GetString("LastModified"), row.GetString("Sha256"))
            : Validators.None;
    }

    internal Task WriteAsync(Source source, SourceState state, CancellationToken cancellationToken) => WriteAsync(
        SourcePrefix + source.Code,
        [
            ("LastRun", state.LastRun), ("Outcome", state.Outcome), ("Failures", state.Failures), ("NotBefore", state.NotBefore),
            ("AlertPeriod", state.AlertPeriod),
        ],
        cancellationToken);

    internal Task WriteAsync(Source source, Period period, Validators validators, CancellationToken cancellationToken) => WriteAsync(
        CopyKey(source, period),
        [("Url", source.Url), ("Tag", validators.ETag), ("LastModified", validators.LastModified), ("Sha256", validators.Sha256)],
        cancellationToken);

    private async Task WriteAsync(string key, (string Name, object? Value)[] fields, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, key);
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
        {
            row[name] = value;
        }

        await account.Pending.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static string CopyKey(Source source, Period period) => $"{CopyPrefix}{source.Code}~{period}";
}

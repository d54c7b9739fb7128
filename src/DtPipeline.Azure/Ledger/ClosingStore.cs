using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// Who closed and reopened which form's period: each act for ever as <c>closings/{period}/{form}/{number}</c> in the archive, and for readers as
/// a row of the partition <c>closings</c> of the table <c>Obligations</c>, which is made of the archive.
/// </summary>
public sealed class ClosingStore(StorageAccount account)
{
    private const string Prefix = "closings/";
    private const string Partition = "closings";

    /// <summary>Whether a blob of the archive is an act.</summary>
    public static bool Holds(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The closings of all forms of a period: one query.</summary>
    public async Task<Closings> ReadAsync(Period period, CancellationToken cancellationToken)
    {
        var (from, to) = LedgerKey.EndsOf(period.ToString());
        return Of(await account.Obligations.ReadAllAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken));
    }

    public async Task<Closings> ReadAllAsync(CancellationToken cancellationToken) =>
        Of(await account.Obligations.ReadAllAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken));

    /// <summary>What the archive has of one form's period, with its rows made good should a crash have parted them from it.</summary>
    public Task<IReadOnlyList<ClosingAct>> RestoreAsync(string form, Period period, CancellationToken cancellationToken) =>
        RestoreAsync($"{Prefix}{period}/{form}/", cancellationToken);

    /// <summary>Makes every row of what the archive has.</summary>
    public Task RestoreAsync(CancellationToken cancellationToken) => RestoreAsync(Prefix, cancellationToken);

    /// <returns>False where somebody else has taken the act's number: look again.</returns>
    public async Task<bool> KeepAsync(ClosingAct act, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{act.Period}/{act.Form}/{act.Number:D4}");
        try
        {
            await account.Archive.GetBlobClient(name).UploadAsync(BinaryData.FromObjectAsJson(KeptAct.Of(act), Json.Options), overwrite: false, cancellationToken);
        }
        catch (RequestFailedException e) when (e.SaysItIsThere())
        {
            return false;
        }

        await WriteAsync(act, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<ClosingAct>> RestoreAsync(string prefix, CancellationToken cancellationToken)
    {
        var acts = new List<ClosingAct>();
        await foreach (var act in ArchivedAsync(prefix, cancellationToken))
        {
            await WriteAsync(act, cancellationToken);
            acts.Add(act);
        }

        return acts;
    }

    private async IAsyncEnumerable<ClosingAct> ArchivedAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Archive.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            var content = (await account.Archive.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content;
            if (content.ToObjectFromJson<KeptAct>(Json.Options)!.Act() is { } act)
            {
                yield return act;
            }
        }
    }

    private Task<Response> WriteAsync(ClosingAct act, CancellationToken cancellationToken)
    {
        var kept = KeptAct.Of(act);
        var row = new TableEntity(Partition, string.Create(CultureInfo.InvariantCulture, $"{kept.Period}~{kept.Form}~{kept.Number:D4}"))
        {
            ["Form"] = kept.Form,
            ["Period"] = kept.Period,
            ["Number"] = kept.Number,
            ["Action"] = kept.Action,
            ["At"] = kept.At,
            ["By"] = kept.By,
        };
        row.Put("Reason", kept.Reason);
        return account.Obligations.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static Closings Of(List<TableEntity> rows) => rows.Count == 0
        ? Closings.None
        : Closings.Of(rows.Select(r => new KeptAct(
            r.GetString("Form"), r.GetString("Period"), r.GetInt32("Number")!.Value, r.GetString("Action"), r.GetDateTimeOffset("At")!.Value, r.GetString("By"), r.GetString("Reason")).Act()).OfType<ClosingAct>());

    /// <summary>An act as it is kept.</summary>
    private sealed record KeptAct(string Form, string Period, int Number, string Action, DateTimeOffset At, string By, string? Reason)
    {
        private const string Close = "close";
        private const string Reopen = "reopen";

        public static KeptAct Of(ClosingAct act) =>
            new(act.Form, act.Period.ToString(), act.Number, act.Action == ClosingAction.Close ? Close : Reopen, act.At, act.By, act.Reason);

        /// <returns>Null for what no app writes.</returns>
        public ClosingAct? Act() => Catalogue.Period.TryParse(Period, out var period)
            ? new ClosingAct(Form, period, Number, Action == Close ? ClosingAction.Close : ClosingAction.Reopen, At, By, Reason)
            : null;
    }
}

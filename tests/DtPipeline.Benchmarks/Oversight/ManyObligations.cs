using System.Globalization;
using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Benchmarks.Stores;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Benchmarks.Oversight;

/// <summary>A storage with the twelve months of 2024 of many organisations that owe five forms each: all but five of them have filed.</summary>
internal sealed class ManyObligations : IAsyncDisposable
{
    public const int Forms = 5;
    public const int Periods = 12;

    private const int NeverFile = 5;
    private const int AtOnce = 8;
    private static readonly DateTimeOffset Now = new(2024, 12, 27, 9, 0, 0, TimeSpan.FromHours(7));

    private readonly MemoryStore store;

    private ManyObligations(MemoryStore store) => this.store = store;

    public StorageAccount Account => store.Account;

    public static async Task<ManyObligations> StartAsync(int organisations)
    {
        var obligations = new ManyObligations(await MemoryStore.StartAsync(Now));
        await obligations.PutCatalogueAsync(organisations);
        await obligations.PutHeadsAsync(organisations);
        return obligations;
    }

    public T Get<T>()
        where T : notnull => store.Get<T>();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task PutCatalogueAsync(int organisations)
    {
        var forms = Enumerable.Range(1, Forms).ToList();
        await store.PutOrganisationsAsync(organisations);
        await store.PutAsync(
            "indicators.csv",
            "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to",
            forms.Select(f => $"I-{f},Indicator {f},Chỉ tiêu {f},count,stock,monthly,sum,organisation,no,,,,,,"));
        await store.PutAsync("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", forms.Select(f => $"F-{f},Form {f},Biểu {f},monthly,@provinces,ND09-2019,2024-01,2024-12"));
        await store.PutAsync("form_indicators.csv", "form,indicator,required", forms.Select(f => $"F-{f},I-{f},yes"));
        await store.PutAsync("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source", []);
    }

    private async Task PutHeadsAsync(int organisations)
    {
        var heads = Enumerable.Range(1, Periods).SelectMany(month => MemoryStore.Codes(organisations).Skip(NeverFile).Select(code => HeadOf(month, code)));
        await Parallel.ForEachAsync(heads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (head, cancellationToken) => await Account.Ledger.AddEntityAsync(head, cancellationToken));
    }

    private static TableEntity HeadOf(int month, string code)
    {
        var uploadedAt = new DateTimeOffset(2024, month, 20, 2, 0, 0, TimeSpan.Zero);
        var state = LedgerState.Empty with
        {
            Received = Enumerable.Range(1, Forms).ToDictionary(f => $"F-{f}", _ => uploadedAt, StringComparer.Ordinal),
            FirstAccepted = Enumerable.Range(1, Forms).ToDictionary(f => $"F-{f}", _ => uploadedAt, StringComparer.Ordinal),
            Observations = Enumerable.Range(1, Forms).Select(f => new Observation(
                $"I-{f}", f, "A", null, null, null, "file", uploadedAt, new Place(null, 2, "value", null))).ToDictionary(o => o.Indicator, StringComparer.Ordinal),
        };
        return LedgerRows.HeadOf(string.Create(CultureInfo.InvariantCulture, $"2024-{month:00}~{code}"), state, applying: null, HeadObservations.Of(state.Observations.Values));
    }
}

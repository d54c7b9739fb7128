using Azure.Data.Tables;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Reads many values so that those alike hold one text: sixty of one file have its id, thousands the code of one indicator. Without their places.</summary>
internal sealed class SharedValues
{
    private static readonly Place Nowhere = new(null, null, null);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public Observation Read(TableEntity row)
    {
        var own = LedgerRows.ObservationOf(row, Nowhere);
        return own with { Indicator = Shared(own.Indicator), Status = Shared(own.Status), FileId = Shared(own.FileId), Unit = own.Unit is { } unit ? Shared(unit) : null };
    }

    private string Shared(string text)
    {
        if (!texts.TryGetValue(text, out var known))
        {
            texts[text] = known = text;
        }

        return known;
    }
}

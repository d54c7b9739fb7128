using Azure.Data.Tables;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Reads many values so that those alike hold one text: sixty of one file have its id, thousands the code of one indicator. Without their places.</summary>
internal sealed class SharedValues
{
    private static readonly Place Nowhere = new(null, null, null);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<Observation> figures = [];

    public Observation Read(TableEntity row) => WithShared(LedgerRows.ObservationOf(row, Nowhere));

    /// <summary>The value alone, and nothing of the file that gave it: those of one indicator that say the same are one.</summary>
    public Observation ReadFigure(TableEntity row)
    {
        var own = WithShared(LedgerRows.FigureOf(row, Nowhere));
        if (figures.TryGetValue(own, out var known))
        {
            return known;
        }

        figures.Add(own);
        return own;
    }

    private Observation WithShared(Observation own) =>
        own with { Indicator = Shared(own.Indicator), Status = Shared(own.Status), FileId = Shared(own.FileId), Unit = own.Unit is { } unit ? Shared(unit) : null };

    private string Shared(string text)
    {
        if (!texts.TryGetValue(text, out var known))
        {
            texts[text] = known = text;
        }

        return known;
    }
}

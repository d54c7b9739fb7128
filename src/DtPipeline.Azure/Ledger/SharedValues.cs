using Azure.Data.Tables;
using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Reads many values so that those alike hold one text: sixty of one file have its id, thousands the code of one indicator. Without their places.</summary>
internal sealed class SharedValues
{
    private static readonly Place Nowhere = new(null, null, null);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Indicator, double? Value, string Status, double? Numerator, double? Denominator, string? Unit), Observation> figures = [];

    public Observation Read(TableEntity row)
    {
        var own = LedgerRows.ObservationOf(row, Nowhere);
        return own with { Indicator = Shared(own.Indicator), Status = Shared(own.Status), FileId = Shared(own.FileId), Unit = own.Unit is { } unit ? Shared(unit) : null };
    }

    /// <summary>The value alone, and nothing of the file that gave it: those of one indicator that say the same are one.</summary>
    public Observation ReadFigure(TableEntity row)
    {
        var figure = (
            Indicator: Shared(row.RowKey[LedgerRows.ObservationPrefix.Length..]),
            Value: row.GetDouble("Value"),
            Status: Shared(row.GetString("Status")),
            Numerator: row.GetDouble("Numerator"),
            Denominator: row.GetDouble("Denominator"),
            Unit: row.GetString("Unit") is { } unit ? Shared(unit) : null);
        if (!figures.TryGetValue(figure, out var known))
        {
            var (indicator, value, status, numerator, denominator, _) = figure;
            figures[figure] = known = new Observation(indicator, value, status, numerator, denominator, Note: null, FileId: string.Empty, UploadedAt: default, Nowhere) { Unit = figure.Unit };
        }

        return known;
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

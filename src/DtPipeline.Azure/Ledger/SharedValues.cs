using DtPipeline.Faults;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Ledger;

/// <summary>Reads many values so that those alike hold one text: sixty of one file have its id, thousands the code of one indicator. Without their places.</summary>
internal sealed class SharedValues
{
    /// <summary>Stands for the place of a value of which that is not known.</summary>
    public static readonly Place Nowhere = new(null, null, null);

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<Observation> figures = [];

    public Observation Read(Observation own) =>
        own with { Indicator = Shared(own.Indicator), Status = Shared(own.Status), FileId = Shared(own.FileId), Unit = SharedOrNone(own.Unit) };

    /// <summary>The value alone, and nothing of the file that gave it: those of one indicator that say the same are one.</summary>
    public Observation ReadFigure(Observation observation)
    {
        var own = observation with
        {
            Indicator = Shared(observation.Indicator),
            Status = Shared(observation.Status),
            Note = null,
            FileId = string.Empty,
            UploadedAt = default,
            Unit = SharedOrNone(observation.Unit),
        };
        if (figures.TryGetValue(own, out var known))
        {
            return known;
        }

        figures.Add(own);
        return own;
    }

    private string? SharedOrNone(string? text) => text is null ? null : Shared(text);

    private string Shared(string text)
    {
        if (!texts.TryGetValue(text, out var known))
        {
            texts[text] = known = text;
        }

        return known;
    }
}

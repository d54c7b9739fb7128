using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>Number and day that a report gives itself above its tables; of several sheets the first that has them.</summary>
internal sealed class FoundPaper
{
    public PaperReference Reference { get; private set; } = PaperReference.None;

    public void Note(IEnumerable<GridRow> above) => Note(above.Select(r => r.Cells.Select(c => c.Text)));

    public void Note(IEnumerable<IEnumerable<string>> rows)
    {
        if (Reference.Number is null && PaperText.In(rows) is { IsEmpty: false } found && (Reference.IsEmpty || found.Number is not null))
        {
            Reference = found;
        }
    }
}

using DtPipeline.Answers.Briefs;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Azure.Briefing;
using DtPipeline.Ledger;

namespace DtPipeline.Azure.Erasing;

/// <summary>Takes the words of a file out of the briefs that have figures of it. Each is marked, so that a notice around it tells, and keeps its figures.</summary>
public sealed class BriefQuotations(BriefStore briefs, TimeProvider clock)
{
    /// <param name="quoted">Of the file's notes, as briefs may quote them.</param>
    internal async Task EraseAsync(ReceivedFile file, IReadOnlyCollection<string> quoted, CancellationToken cancellationToken)
    {
        foreach (var entry in await briefs.ListAsync(cancellationToken))
        {
            var figures = await briefs.FiguresAsync(entry, cancellationToken) ?? [];
            var places = figures.SelectMany(f => f.Sources).Where(s => s.FileId == file.FileId).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            var cells = places.Select(s => s.Cell).OfType<string>().Where(c => c.Contains('!', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var name in Brief.Files)
            {
                if (await briefs.FindAsync(entry, name, cancellationToken) is { } found)
                {
                    var document = new BriefDocument(name, found.Type, found.Content.ToMemory());
                    var without = BriefErasure.Without(document, quoted, cells);
                    if (!without.Content.Span.SequenceEqual(document.Content.Span))
                    {
                        await briefs.EraseAsync(entry, name, found.Type, BinaryData.FromBytes(without.Content), clock.GetUtcNow(), cancellationToken);
                    }
                }
            }

            // Last: as long as they name the sheets, a run that broke off finds the cells again.
            if (cells.Count > 0)
            {
                await briefs.EraseAsync(entry, BriefStore.Figures, BriefStore.FiguresType, BriefStore.Written([.. figures.Select(f => Without(f, file.FileId))]), clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    private static BriefFigure Without(BriefFigure figure, string fileId) => figure with
    {
        Sources = [.. figure.Sources.Select(s => s.FileId == fileId && s.Cell is { } cell ? s with { Cell = BriefErasure.CellIn(cell) } : s)],
    };
}

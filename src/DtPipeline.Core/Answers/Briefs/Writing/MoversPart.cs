using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Who has moved most, for the better and for the worse, with the figures.</summary>
internal sealed class MoversPart(FigureWriter write)
{
    /// <summary>Indicators in which most have moved: a brief has few pages. The others are in the read models.</summary>
    private const int Most = 5;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Địa phương, bộ, ngành thay đổi nhiều nhất", "Localities and central bodies that moved most"));
        var movers = write.Facts.Movers
            .Where(m => m.Group.StartsWith('@'))
            .OrderByDescending(m => m.Better + m.Worse)
            .ThenBy(m => m.Indicator.Code, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        if (movers.Count == 0)
        {
            yield return new Paragraph(Language.Text("Không có giá trị nào thay đổi so với kỳ trước.", "No value has changed since the period before."));
            yield break;
        }

        // The side on which little stands leaves its width to the other.
        var worse = movers.Count(m => m.Worst.Count > 0) * 2 < movers.Count ? 14 : 34;
        yield return new Table(
            Line.Empty,
            [
                new(Language.Text("Chỉ tiêu", "Indicator"), 32),
                new(Language.Text("Tốt lên nhiều nhất", "Improved most"), 76 - worse),
                new(Language.Text("Kém đi nhiều nhất", "Got worse most"), worse),
            ],
            [.. movers.Select(m => new Row(
            [
                Line.Of($"{Run.Name(write.Name(m.Indicator))}, {write.Bodies(m.Group)}, {BriefLanguage.Short(m.Period)}"),
                Side(m.Best, m, "better", m.Better),
                Side(m.Worst, m, "worse", m.Worse),
            ]))]);
    }

    private Line Side(IReadOnlyList<Mover> movers, Movers all, string side, int count)
    {
        if (movers.Count == 0)
        {
            return Language.Text("không có", "none");
        }

        var names = Line.Join("; ", movers.Select(m => m.Indicator.Kind == IndicatorKind.Flag
            ? Line.Of($"{Run.Name(write.Name(m.Organisation))}")
            : Line.Of($"{Run.Name(write.Name(m.Organisation))} {write.Value(m)} ({write.Change(m)})")));
        return count <= movers.Count
            ? names
            : Line.Of($"{names}; {Language.Say($"tất cả {Count(all, side, count)}", $"{Count(all, side, count)} in all")}");
    }

    private Run Count(Movers all, string side, int count) => write.Count(
        $"{all.Indicator.Code}~{all.Group}~{all.Period}~{side}", count, "bodies", write.Facts.Sources.Of(all.Indicator.Code, all.Group, all.Period));
}

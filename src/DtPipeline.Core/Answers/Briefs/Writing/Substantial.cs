using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>
/// What revisions have changed beside values: sentences of the last brief that would be said otherwise today, each as it was and as it would be; then
/// ranks and statuses against targets anywhere else, each from what to what.
/// </summary>
internal sealed class Substantial(FigureWriter write, FigureBook book, LastBrief last)
{
    private const int MostNamed = 8;
    private const int MostShifts = 12;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Line> All() => Sentences().Concat(Shifts());

    /// <summary>Of the highlights, and of whatever indicator has another status for a group.</summary>
    private IEnumerable<Line> Sentences()
    {
        var input = write.Facts.Input;
        var then = new HighlightsPart(new FigureWriter(Language, book.Edition(last.AsOf), BriefFacts.Of(input with { Period = last.Period, AsOf = last.AsOf, Ledgers = last.Ledgers, Last = null })));
        var now = new HighlightsPart(new FigureWriter(Language, book, last.Period == input.Period ? write.Facts : BriefFacts.Of(input with { Period = last.Period, Last = null })));
        var revised = write.Facts.Revisions.ToLookup(r => r.Indicator.Code, StringComparer.Ordinal);
        var told = then.Chosen().Where(h => revised.Contains(h.Key)).ToList();
        var judged = write.Facts.Shifts.Where(s => s.IsOfGroup).ToLookup(s => s.Indicator.Code, StringComparer.Ordinal);
        foreach (var old in told.Concat(judged.Select(s => s.Key).Except(told.Select(h => h.Key)).Select(then.About).OfType<Highlight>()))
        {
            if (now.About(old.Key) is { } said && said.Sentence.ToString() != old.Sentence.ToString())
            {
                var because = Line.Join("", [.. judged[old.Key].Select(Status), Names([.. revised[old.Key]])]);
                yield return Language.Say(
                    $"{new Run(RunKind.Warning, "▲ quan trọng")} Đã nói: {old.Sentence} Nay: {said.Sentence} {because}",
                    $"{new Run(RunKind.Warning, "▲ substantial")} It said: {old.Sentence} Now: {said.Sentence} {because}");
            }
        }
    }

    private Line Status(Shift shift) => Language.Say(
        $"Tình trạng của {write.Bodies(shift.Whose)}: {Statuses(shift)}. ",
        $"Status ({write.Bodies(shift.Whose)}): {Statuses(shift)}. ");

    private Line Statuses(Shift shift)
    {
        var words = new TargetWords(write);
        return Line.Of($"{words.Mark(shift.StatusWas!.Value)} → {words.Mark(shift.StatusNow!.Value)}");
    }

    private IEnumerable<Line> Shifts()
    {
        var shifts = write.Facts.Shifts.Where(s => !s.IsOfGroup).ToList();
        foreach (var shift in shifts.Take(MostShifts))
        {
            var what = Line.Join("; ", [shift.RankWas is { } was ? Rank(shift, was) : Line.Empty, shift.StatusNow is null ? Line.Empty : Language.Say($"so với mục tiêu: {Statuses(shift)}", $"against the target: {Statuses(shift)}")]);
            yield return Line.Of($"{new Run(RunKind.Warning, Language.Of("▲ quan trọng", "▲ substantial"))} {Run.Name(write.Name(shift.Whose))}, {Run.Name(write.Name(shift.Indicator))}, {BriefLanguage.Short(shift.Period)}: {what}.");
        }

        if (shifts.Count > MostShifts)
        {
            var more = write.Count($"revisions~{write.Facts.Input.Period}~shifts", shifts.Count - MostShifts, "values", []);
            yield return Language.Say($"Và hạng hoặc tình trạng của {more} giá trị khác.", $"And the rank or status of {more} more values.");
        }
    }

    private Line Rank(Shift shift, PeerRank was)
    {
        var now = shift.RankNow is { } rank ? Line.Of($"{Place(shift, rank, "rank")}") : Language.Text("không còn xếp hạng", "not ranked any more");
        var others = shift.Others == 0 ? Line.Empty : Language.Say($", làm đổi hạng của {Others(shift)} cơ quan khác", $", which gives {Others(shift)} others another rank");
        return Language.Say($"hạng {Place(shift, was, "rank_before")} → {now}{others}", $"rank {Place(shift, was, "rank_before")} → {now}{others}");
    }

    private Run Others(Shift shift) => write.Count($"{GroupFacts.IdOf(shift.Indicator.Code, "@others", shift.Period)}~rank", shift.Others, "bodies", []);

    private Run Place(Shift shift, PeerRank rank, string which) => write.Number(
        new BriefFigure(
            $"{GroupFacts.IdOf(shift.Indicator.Code, shift.Whose, shift.Period)}~{which}", shift.Indicator.Code, null, shift.Whose, shift.Period.ToString(), rank.Rank, "places", rank.Of, rank.Of, "rank",
            write.Facts.Sources.Of(shift.Indicator.Code, shift.Whose, shift.Period)),
        $"{Language.Number(rank.Rank)}/{Language.Number(rank.Of)}");

    private Line Names(IReadOnlyList<Revision> revisions)
    {
        var names = revisions.Select(r => write.Name(r.Organisation)).Distinct(StringComparer.Ordinal).ToList();
        var who = names.Count <= MostNamed
            ? Line.Of($"{Run.Name(string.Join(", ", names))}")
            : Language.Say(
                $"{write.Count($"revisions~{revisions[0].Indicator.Code}~bodies", names.Count, "bodies", [])} cơ quan",
                $"{write.Count($"revisions~{revisions[0].Indicator.Code}~bodies", names.Count, "bodies", [])} bodies");
        return Language.Say($"Do số liệu của {who}.", $"Because of {who}.");
    }
}

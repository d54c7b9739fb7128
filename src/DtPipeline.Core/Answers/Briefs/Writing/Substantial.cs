using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Sentences of the last brief that would be said otherwise today, each as it was, as it would be, and because of whom.</summary>
internal sealed class Substantial(FigureWriter write, FigureBook book, LastBrief last)
{
    private const int MostNamed = 8;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Line> All()
    {
        var input = write.Facts.Input;
        var then = new HighlightsPart(new FigureWriter(Language, book.Edition(last.AsOf), BriefFacts.Of(input with { Period = last.Period, AsOf = last.AsOf, Ledgers = last.Ledgers, Last = null })));
        var now = new HighlightsPart(new FigureWriter(Language, book, last.Period == input.Period ? write.Facts : BriefFacts.Of(input with { Period = last.Period, Last = null })));
        var revised = write.Facts.Revisions.ToLookup(r => r.Indicator.Code, StringComparer.Ordinal);
        foreach (var old in then.Chosen())
        {
            if (revised.Contains(old.Key) && now.About(old.Key) is { } said && said.Sentence.ToString() != old.Sentence.ToString())
            {
                yield return Language.Say(
                    $"{new Run(RunKind.Warning, "▲ quan trọng")} Đã nói: {old.Sentence} Nay: {said.Sentence} Do số liệu của {Names([.. revised[old.Key]])}.",
                    $"{new Run(RunKind.Warning, "▲ substantial")} It said: {old.Sentence} Now: {said.Sentence} Because of {Names([.. revised[old.Key]])}.");
            }
        }
    }

    private Line Names(IReadOnlyList<Revision> revisions)
    {
        var names = revisions.Select(r => write.Name(r.Organisation)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNamed
            ? Line.Of($"{Run.Name(string.Join(", ", names))}")
            : Language.Say(
                $"{write.Count($"revisions~{revisions[0].Indicator.Code}~bodies", names.Count, "bodies", [])} cơ quan",
                $"{write.Count($"revisions~{revisions[0].Indicator.Code}~bodies", names.Count, "bodies", [])} bodies");
    }
}

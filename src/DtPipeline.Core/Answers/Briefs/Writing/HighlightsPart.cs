using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>A sentence of the highlights.</summary>
/// <param name="Key">What it is about: the code of an indicator, <c>reports</c> or <c>tasks</c>.</param>
internal sealed record Highlight(string Key, Line Sentence);

/// <summary>At most seven sentences: how the brief's own period was reported, what is overdue, and the indicators that matter most.</summary>
internal sealed class HighlightsPart(FigureWriter write)
{
    public const int Most = 7;

    private const double Covered = 0.5;

    private BriefLanguage Language => write.Language;

    private BriefFacts Facts => write.Facts;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Kết quả nổi bật", "Highlights"));
        var told = Chosen().ToList();
        yield return told.Count > 0
            ? new Bullets([.. told.Select(h => h.Sentence)])
            : new Paragraph(Language.Say(
                $"Chưa có số liệu nào của {Language.Within(Facts.Input.Period)} và các kỳ trước.",
                $"There are no figures of {Language.Within(Facts.Input.Period)} or of periods before it."));
    }

    public IEnumerable<Highlight> Chosen()
    {
        var first = new[] { Reports(), Tasks() }.OfType<Highlight>().ToList();
        return first.Concat(Ranked().Take(Most - first.Count).Select(Of));
    }

    /// <summary>The sentence about one indicator, whether or not it is among the highlights; null where nobody gives a value.</summary>
    public Highlight? About(string indicator) => Told().FirstOrDefault(g => g[0].Indicator.Code == indicator) is { } groups ? Of(groups) : null;

    public Highlight? Reports()
    {
        var forms = Facts.Forms.Where(f => f.Period.Frequency == Facts.Forms[0].Period.Frequency && f.Owed > 0).ToList();
        if (forms.Count == 0)
        {
            return null;
        }

        var words = new DisciplineWords(write);
        return new Highlight("reports", Line.Of($"{Line.Join("; ", forms.Select(f => Language.Say(
            $"{Run.Name(f.Form.NameVi)}: {words.Received(f)}/{words.Owed(f)} cơ quan đã nộp ({words.ReceivedRate(f)}), {words.OnTime(f)} đúng hạn ({words.OnTimeRate(f)})",
            $"{Run.Name(f.Form.NameEn)}: {words.Received(f)} of {words.Owed(f)} bodies have filed ({words.ReceivedRate(f)}), {words.OnTime(f)} of them on time ({words.OnTimeRate(f)})")))}."));
    }

    public Highlight? Tasks()
    {
        var given = Facts.Tasks.Where(t => t.Owners > 0).ToList();
        if (given.Count == 0)
        {
            return null;
        }

        var words = new TaskFigures(write);
        var done = given.Where(t => t.IsDone).ToList();
        var overdue = given.Where(t => t.Overdue.Count > 0).ToList();
        return new Highlight("tasks", Language.Say(
            $"Trong {words.Given(given)} nhiệm vụ đã giao, {words.Done(done)} đã hoàn thành ở mọi cơ quan được giao, {words.Overdue(overdue)} đang quá hạn ở ít nhất một cơ quan.",
            $"Of {words.Given(given)} tasks assigned, {words.Done(done)} are done by everybody who has them, and {words.Overdue(overdue)} are overdue with at least one body."));
    }

    private Highlight Of(IReadOnlyList<GroupFacts> groups) => new(groups[0].Indicator.Code, new IndicatorSentence(write).Of(groups));

    /// <summary>By indicator the groups that gave it for its newest period, in the catalogue's order.</summary>
    private IEnumerable<IReadOnlyList<GroupFacts>> Told() => Facts.Groups
        .Where(g => g.HasValue)
        .GroupBy(g => g.Indicator.Code)
        .Select(g => (Newest: g.Max(x => x.Period.LastDay), Groups: g))
        .Select(g => (IReadOnlyList<GroupFacts>)[.. g.Groups.Where(x => x.Period.LastDay == g.Newest)]);

    /// <summary>What the brief's own periods say before what is older, what most bodies gave before what few did, what misses its target before what has none, then what has changed most; and one of each theme before two of one.</summary>
    private IEnumerable<IReadOnlyList<GroupFacts>> Ranked() => Told()
        .OrderBy(g => Facts.Periods.Contains(g[0].Period) ? 0 : 1)
        .ThenBy(g => g.Max(x => (double)x.Figure.Figure.Reported / x.Figure.Figure.Owed) >= Covered ? 0 : 1)
        .ThenBy(g => g.Min(x => TargetWords.Rank(x.Target.Status)))
        .ThenByDescending(g => g.Max(MoveOf))
        .GroupBy(ThemeOf)
        .SelectMany(theme => theme.Select((g, place) => (Groups: g, Place: place)))
        .OrderBy(x => x.Place)
        .Select(x => x.Groups);

    /// <summary>What stands before the number in an indicator's code: one of each is told before two of one.</summary>
    private static string ThemeOf(IReadOnlyList<GroupFacts> groups) => groups[0].Indicator.Code.Split('-')[0];

    /// <summary>In percent of the value before; of a ratio in points.</summary>
    private static double MoveOf(GroupFacts group) =>
        group.Figure.AgainstPrevious is not { } delta ? 0 : Math.Abs(delta.Percent ?? (delta.Base == 0 || group.Indicator.Kind == IndicatorKind.Ratio ? delta.Absolute : 100 * delta.Absolute / delta.Base));
}

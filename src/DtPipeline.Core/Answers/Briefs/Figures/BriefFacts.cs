using DtPipeline.Catalogue;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>Everything that a brief says, before it is said in a language.</summary>
/// <param name="Periods">Of which it speaks, the longest first.</param>
internal sealed record BriefFacts(
    BriefInput Input,
    DateOnly Today,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<FormFacts> Forms,
    IReadOnlyList<GroupFacts> Groups,
    IReadOnlyList<Movers> Movers,
    IReadOnlyList<TaskFacts> Tasks,
    DoubtfulFacts Doubtful,
    Summaries Summaries)
{
    /// <summary>What its figures are made of.</summary>
    public FigureSources Sources { get; } = new(Input, Summaries);

    /// <summary>What has changed since the last brief; nothing where this is the first.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    /// <summary>Ranks and statuses that are others by these revisions.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    public static BriefFacts Of(BriefInput input)
    {
        var today = VietnamTime.DayOf(input.AsOf);
        var catalogue = input.Catalogue;
        var summaries = new Summaries(input.Ledgers, catalogue, input.AsOf);
        var periods = BriefScope.Of(input.Period);
        var groups = summaries.Groups(input.Period).ToList();
        IReadOnlyList<Revision> revisions = input.Last is { } before ? RevisionFacts.Since(before, input) : [];
        return new BriefFacts(
            input,
            today,
            periods,
            [.. periods.SelectMany(p => catalogue.Forms.Where(f => f.IsOwed(p)).Select(f => FormFacts.Of(f, p, summaries.LedgersOf, today, catalogue)))],
            groups,
            [.. groups.Where(g => g.HasValue && periods.Contains(g.Period)).Select(g => Figures.Movers.Of(g, summaries.Of(g.Period), catalogue)).OfType<Movers>()],
            TaskFacts.Of(input.Ledgers, today, input.Timing, catalogue),
            DoubtfulFacts.Of(periods, summaries, input.DeskAnswers, catalogue),
            summaries)
        {
            Revisions = revisions,
            Shifts = input.Last is { } last ? ShiftFacts.Of(revisions, new Summaries(last.Ledgers, catalogue, input.AsOf), summaries, last.Period, today, catalogue) : [],
        };
    }

    /// <summary>Mark [r]: a value of it has changed since the last brief.</summary>
    public bool IsRevised(string indicator, string whose, Period period) => Revisions.Any(r => r.Indicator.Code == indicator && r.Period == period && r.Organisation.IsIn(whose));

    /// <summary>The files of the brief's own periods that had come.</summary>
    public IEnumerable<BriefFile> Files => Input.Files.Values.Where(f => Periods.Contains(f.Period) && f.UploadedAt <= Input.AsOf);
}

using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Writes figures into a document: each is kept with what it is made of, and the number leads to it.</summary>
internal sealed class FigureWriter(BriefLanguage language, FigureBook book, BriefFacts facts)
{
    public BriefLanguage Language => language;

    public BriefFacts Facts => facts;

    public string Name(Indicator indicator) => language.Of(indicator.NameVi, indicator.NameEn);

    public string Name(Organisation organisation) => language.Of(organisation.NameVi, organisation.NameEn);

    public string Name(string organisation) => facts.Input.Catalogue.FindOrganisation(organisation) is { } known ? Name(known) : organisation;

    /// <summary>A group as it is said behind a number: địa phương, localities.</summary>
    public string Bodies(string group, int count = 2) => group switch
    {
        "@provinces" => language.Of("địa phương", count == 1 ? "locality" : "localities"),
        "@ministries" => language.Of("bộ, ngành", count == 1 ? "central body" : "central bodies"),
        Organisation.Everybody => language.Of("cơ quan", count == 1 ? "body" : "bodies"),
        _ => Name(group),
    };

    /// <summary>A group with how many reported of how many who owe it, on one line; of a national figure its owner.</summary>
    public Line Who(GroupFacts group) => group.Group.StartsWith('@')
        ? Line.Of($"{Bodies(group.Group).Replace(' ', Documents.Run.NoBreak)}{Documents.Run.NoBreak.ToString()}{Reported(group)}/{Owed(group)}")
        : Line.Of($"{Documents.Run.Name(Name(group.Group))}");

    /// <summary>Behind a value: whether some of it is estimated or has changed since the last brief.</summary>
    public string Marks(GroupFacts group) =>
        (facts.Sources.HaveEstimates(group.Indicator.Code, group.Group, group.Period) ? " [e]" : string.Empty)
        + (facts.IsRevised(group.Indicator.Code, group.Group, group.Period) ? " [r]" : string.Empty);

    public Run Value(GroupFacts group)
    {
        var unit = UnitOf(group.Indicator);
        return Run(KeepValue(group), Amount.Of(group.Figure.Figure.Value!.Value, unit, language));
    }

    public Run Owed(GroupFacts group) => Derived(group, "owed", group.Figure.Figure.Owed, "bodies", "count");

    public Run Reported(GroupFacts group) => Derived(group, "reported", group.Figure.Figure.Reported, "bodies", "count");

    public Run Unreported(GroupFacts group) => Derived(group, "unreported", group.Figure.Figure.Owed - group.Figure.Figure.Reported, "bodies", "count");

    /// <summary>Of those who owe it, how many say yes.</summary>
    public Run Share(GroupFacts group)
    {
        var share = 100 * group.Figure.Figure.Value!.Value / group.Figure.Figure.Owed;
        return Run(book.Keep($"{KeepValue(group)}~share", share, "percent", "share", KeepValue(group)), language.Percent(share, 0));
    }

    public Run Target(GroupFacts group, double target) => Run(
        book.Keep(new BriefFigure($"{group.Id}~target", group.Indicator.Code, GroupOf(group.Group), OrganisationOf(group.Group), group.Period.ToString(), target, UnitOf(group.Indicator), null, null, "catalogue", [])),
        Amount.Of(target, UnitOf(group.Indicator), language));

    /// <summary>Change in each period by which the target would be reached.</summary>
    public Run Pace(GroupFacts group, double pace) =>
        Run(book.Keep($"{KeepValue(group)}~pace", pace, ChangeUnit(group.Indicator), "required", KeepValue(group)), Amount.Signed(WorkedOut(pace), UnitOf(group.Indicator), language));

    public Run Projected(GroupFacts group, double projected) =>
        Run(book.Keep($"{KeepValue(group)}~projected", projected, UnitOf(group.Indicator), "projected", KeepValue(group)), Amount.Of(WorkedOut(projected), UnitOf(group.Indicator), language));

    /// <summary>Another's measure of how a group stands to its target.</summary>
    public Run Ratio(GroupFacts group, double ratio, string whose) => Run(book.Keep($"{KeepValue(group)}~{whose}", ratio, "ratio", whose, KeepValue(group)), language.Number(ratio, 2));

    /// <summary>How far a group has gone, without a sign.</summary>
    public Run Change(GroupFacts group, GroupDelta delta) =>
        Run(KeepChange(group, delta), Amount.Change(Math.Abs(delta.Absolute), UnitOf(group.Indicator), language));

    public Run SignedChange(GroupFacts group, GroupDelta delta) =>
        Run(KeepChange(group, delta), Amount.Signed(delta.Absolute, UnitOf(group.Indicator), language));

    public Run ChangeInPercent(GroupFacts group, GroupDelta delta, double percent) =>
        Run(book.Keep($"{KeepChange(group, delta)}_percent", percent, "percent", "share", KeepChange(group, delta)), language.Percent(Math.Abs(percent)));

    public Run Compared(GroupFacts group, GroupDelta delta) =>
        Run(book.Keep($"{KeepChange(group, delta)}_over", delta.Compared, "bodies", "count", KeepChange(group, delta)), language.Number(delta.Compared));

    /// <summary>A value of one point of a group's series, as a picture has it.</summary>
    public Run Point(GroupFacts group, SeriesPoint point) => point.Period == group.Period
        ? Value(group)
        : Run(
            Keep(group.Indicator, group.Group, point.Period, point.Value!.Value, null, null, "reported"),
            Amount.Of(point.Value!.Value, UnitOf(group.Indicator), language));

    public Run Value(Mover mover) => Run(
        Keep(mover.Indicator, mover.Organisation.Code, mover.Period, mover.Value, 1, 1, "reported"),
        Amount.Of(mover.Value, mover.Indicator.Unit, language));

    public Run Change(Mover mover)
    {
        var value = Keep(mover.Indicator, mover.Organisation.Code, mover.Period, mover.Value, 1, 1, "reported");
        return Run(book.Keep($"{value}~change", mover.Delta.Absolute, ChangeUnit(mover.Indicator), "difference", value), Amount.Signed(mover.Delta.Absolute, mover.Indicator.Unit, language));
    }

    /// <summary>A number of a kind of its own, which sources or other figures are counted in.</summary>
    public Run Count(string id, int count, string unit, IReadOnlyList<FigureSource> sources) =>
        Run(book.Keep(new BriefFigure(id, null, null, null, facts.Input.Period.ToString(), count, unit, null, null, "count", sources)), language.Number(count, 0));

    public Run Percent(string id, int part, int whole, IReadOnlyList<FigureSource> sources, int decimals = 0)
    {
        var percent = 100.0 * part / whole;
        return Run(book.Keep(new BriefFigure(id, null, null, null, facts.Input.Period.ToString(), percent, "percent", part, whole, "share", sources)), language.Percent(percent, decimals));
    }

    public Run Number(BriefFigure figure, string text) => Run(book.Keep(figure), text);

    public static string UnitOf(Indicator indicator) => indicator.Aggregation == Aggregation.CountYes ? "bodies" : indicator.Unit;

    public string KeepValue(GroupFacts group)
    {
        var rolled = group.Figure.Figure;
        return Keep(group.Indicator, group.Group, group.Period, rolled.Value!.Value, rolled.Reported, rolled.Owed, rolled.Method);
    }

    private string KeepChange(GroupFacts group, GroupDelta delta)
    {
        var value = KeepValue(group);
        var tail = delta == group.Figure.AgainstYearBefore && delta != group.Figure.AgainstPrevious ? "year_" : string.Empty;
        var sources = Period.TryParse(delta.Period, out var before) ? facts.Sources.Of(group.Indicator.Code, group.Group, before) : [];
        var was = book.Keep(new BriefFigure(
            $"{value}~{tail}base", group.Indicator.Code, GroupOf(group.Group), OrganisationOf(group.Group), delta.Period, delta.Base, UnitOf(group.Indicator), delta.Compared, delta.Compared, delta.Method,
            sources));
        return book.Keep($"{value}~{tail}change", delta.Absolute, ChangeUnit(group.Indicator), "difference", value, was);
    }

    /// <summary>Of what nobody has reported no more digits are shown than anybody believes.</summary>
    private static double WorkedOut(double value) => Math.Round(value, Math.Abs(value) >= 1_000 ? 0 : 1);

    private static string ChangeUnit(Indicator indicator) => UnitOf(indicator) == "percent" ? "points" : UnitOf(indicator);

    private string Keep(Indicator indicator, string whose, Period period, double value, int? reported, int? owed, string method) => book.Keep(new BriefFigure(
        GroupFacts.IdOf(indicator.Code, whose, period),
        indicator.Code,
        GroupOf(whose),
        OrganisationOf(whose),
        period.ToString(),
        value,
        whose.StartsWith('@') ? UnitOf(indicator) : indicator.Unit,
        reported,
        owed,
        method,
        facts.Sources.Of(indicator.Code, whose, period)));

    private Run Derived(GroupFacts group, string what, int count, string unit, string method) =>
        Run(book.Keep($"{KeepValue(group)}~{what}", count, unit, method, KeepValue(group)), language.Number(count, 0));

    private static Run Run(string id, string text) => new(RunKind.Figure, text, id);

    private static string? GroupOf(string whose) => whose.StartsWith('@') ? whose : null;

    private static string? OrganisationOf(string whose) => whose.StartsWith('@') ? null : whose;
}

using DtPipeline.Catalogue;
using DtPipeline.Ledger;

namespace DtPipeline.Progress.Reform;

internal enum RestatedState
{
    /// <summary>Nobody gave anything.</summary>
    Missing,

    /// <summary>The unit's own, or that of the one body that it goes on.</summary>
    Unchanged,

    /// <summary>Made of what all its predecessors gave.</summary>
    Restated,

    /// <summary>Some of its predecessors gave nothing.</summary>
    Incomplete,

    /// <summary>No figure of the unit can be made of what its predecessors gave.</summary>
    NotComparable,
}

/// <summary>The figure that a body of one day would have had in a period, made of what its predecessors gave then.</summary>
/// <param name="Answer">The figure, or a nil; null where there is none.</param>
/// <param name="From">Codes of those who gave something.</param>
internal sealed record RestatedValue(RestatedState State, Observation? Answer, IReadOnlyList<string> From)
{
    public const string NoMethod = "no_method";
    public const string NoWeights = "no_weights";
    public const string Split = "split";

    private const string Normal = "A";
    private const string Nil = "M";

    /// <summary>Codes of predecessors that were asked and gave nothing.</summary>
    public IReadOnlyList<string> Lacking { get; init; } = [];

    /// <summary>
    /// What its predecessors gave, where that is not its figure but counts in one of many: too little where some gave nothing, too much where a part of one
    /// is another body's by now. Null for what does not add up.
    /// </summary>
    public Observation? Known { get; init; }

    /// <summary>Why it cannot be compared: <see cref="NoMethod"/>, <see cref="NoWeights"/> or <see cref="Split"/>; else null.</summary>
    public string? Reason { get; init; }

    public static string NameOf(RestatedState state) => state switch
    {
        RestatedState.Missing => "missing",
        RestatedState.Unchanged => "unchanged",
        RestatedState.Restated => "restated",
        RestatedState.Incomplete => "incomplete",
        _ => "not_comparable",
    };

    /// <param name="given">What each of them gave, in the indicator's unit; null for nothing.</param>
    /// <param name="isAsked">Whether one of them should have given it. Where none should, those count who did.</param>
    /// <returns>Null where nobody was asked for it, nor gave it.</returns>
    internal static RestatedValue? Of(Indicator indicator, UnitOfDay unit, Func<Organisation, Observation?> given, Predicate<Organisation> isAsked)
    {
        var whose = unit.Predecessors.Concat(unit.Divided).Any(p => isAsked(p)) ? isAsked : p => given(p) is not null;
        var concerned = unit.Predecessors.Where(p => whose(p)).ToList();
        var answers = concerned.Select(given).OfType<Observation>().ToList();
        var isDivided = unit.Divided.Any(p => whose(p));
        var (from, lacking) = (Codes(concerned.Where(p => given(p) is not null)), Codes(concerned.Where(p => given(p) is null)));
        return (isDivided, concerned.Count, answers.Count, unit.Predecessors.Count) switch
        {
            (false, 0, _, _) => null,
            (false, _, 0, _) => new RestatedValue(RestatedState.Missing, null, []) { Lacking = lacking },
            (false, _, 1, 1) => new RestatedValue(RestatedState.Unchanged, answers[0], from),
            (false, _, _, _) => Made(indicator, answers, from, lacking),
            _ => new RestatedValue(RestatedState.NotComparable, null, from) { Lacking = lacking, Known = Added(indicator, answers), Reason = Split },
        };
    }

    private static RestatedValue Made(Indicator indicator, List<Observation> answers, List<string> from, List<string> lacking)
    {
        var values = answers.FindAll(a => a.Value is not null);
        if (indicator.Reform == ReformMethod.None || (indicator.Reform == ReformMethod.Weights && !values.TrueForAll(RolledUp.HasWeight)))
        {
            return new RestatedValue(RestatedState.NotComparable, null, from) { Lacking = lacking, Reason = indicator.Reform == ReformMethod.None ? NoMethod : NoWeights };
        }

        var figure = values.Count == 0 ? answers[0] with { Status = Nil } : indicator.Reform switch
        {
            ReformMethod.Sum or ReformMethod.Weights => Added(indicator, values)!,
            ReformMethod.Mean => Figure(values, values.Average(v => v.Value!.Value)),
            _ => Figure(values, values.TrueForAll(v => v.Value == 1) ? 1 : 0),
        };

        // One who said no decides for all, whatever the others would have said.
        var isDecided = lacking.Count == 0 || (indicator.Reform == ReformMethod.AllYes && figure.Value == 0);
        return isDecided
            ? new RestatedValue(RestatedState.Restated, figure, from) { Lacking = lacking }
            : new RestatedValue(RestatedState.Incomplete, null, from) { Lacking = lacking, Known = Added(indicator, answers) };
    }

    /// <returns>Null for what does not add up, or where there is nothing to add.</returns>
    private static Observation? Added(Indicator indicator, List<Observation> answers)
    {
        var values = answers.FindAll(a => a.Value is not null);
        if (values.Count > 0 && indicator.Reform == ReformMethod.Sum)
        {
            return Figure(values, values.Sum(v => v.Value!.Value));
        }

        if (values.Count == 0 || indicator.Reform != ReformMethod.Weights || !values.TrueForAll(RolledUp.HasWeight))
        {
            return null;
        }

        var (above, below) = (values.Sum(v => v.Numerator!.Value), values.Sum(v => v.Denominator!.Value));
        return Figure(values, 100 * above / below) with { Numerator = above, Denominator = below };
    }

    /// <summary>Its status is that of all; else a break where one is, and the first that is not normal.</summary>
    private static Observation Figure(List<Observation> values, double value) => values[0] with
    {
        Value = value,
        Status = values.Select(v => v.Status).Where(s => s != Normal).Order(StringComparer.Ordinal).FirstOrDefault(Normal),
        Numerator = null,
        Denominator = null,
        Note = null,
    };

    private static List<string> Codes(IEnumerable<Organisation> organisations) => [.. organisations.Select(o => o.Code)];
}

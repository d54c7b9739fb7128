using DtPipeline.Catalogue;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Briefs.Figures;

/// <summary>What is known of an indicator and a group that reports it.</summary>
/// <param name="Group">A group, or the one organisation that owns a national figure.</param>
/// <param name="Period">The newest in which anybody had a value; the newest that had ended where nobody ever had.</param>
/// <param name="Series">The group's figure over time, for as long as a brief looks back.</param>
/// <param name="Target">How the newest value stands to what it shall become, as on the brief's day.</param>
internal sealed record GroupFacts(Indicator Indicator, string Group, Period Period, GroupFigure Figure, Series Series, TargetProgress Target)
{
    public bool HasValue => Figure.Figure.Value is not null;

    public string Id => IdOf(Indicator.Code, Group, Period);

    public static string IdOf(string indicator, string whose, Period period) => $"{indicator}~{whose}~{period}";
}

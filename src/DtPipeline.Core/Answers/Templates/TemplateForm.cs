using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Templates;

/// <summary>What one organisation fills in for one period.</summary>
public sealed record TemplateForm(Organisation Organisation, Period Period, IReadOnlyList<TemplateRow> Rows)
{
    /// <summary>Assigned tasks that are not done, in a section of their own.</summary>
    public IReadOnlyList<TemplateRow> Tasks { get; init; } = [];

    /// <summary>Where the guide for senders is; null where nobody serves it.</summary>
    public HelpAddress? Help { get; init; }
}

/// <param name="LastValue">In the indicator's unit, flags 1 and 0; null where there is none yet.</param>
/// <param name="LastPeriod">The period of that value.</param>
public sealed record TemplateRow(Indicator Indicator, bool Required, double? LastValue, Period? LastPeriod);

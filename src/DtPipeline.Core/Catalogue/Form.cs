namespace DtPipeline.Catalogue;

/// <summary>That a form asks for an indicator, in the periods on whose last day it is valid.</summary>
public sealed record FormIndicator(string Indicator, bool Required)
{
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    internal ValidTime ValidTime => new(ValidFrom, ValidTo);
}

/// <param name="OwedBy">A group (<c>@provinces</c>, <c>@ministries</c>, <c>@all</c>) or one organisation's code.</param>
/// <param name="OwedFrom">First period owed.</param>
/// <param name="OwedTo">Last period owed; none: without end.</param>
/// <param name="IsStrict">A file with any error is kept out whole.</param>
/// <param name="Indicators">Those of all times: see <see cref="AsksFor"/> and <see cref="ReportingCatalogue.Asked"/>.</param>
public sealed record Form(
    string Code,
    string NameEn,
    string NameVi,
    Frequency Frequency,
    string OwedBy,
    string Regime,
    Period OwedFrom,
    Period? OwedTo,
    bool IsStrict,
    IReadOnlyList<FormIndicator> Indicators)
{
    /// <summary>Which of its regime's due days holds: see <see cref="Regime.Level"/>.</summary>
    public string Level { get; init; } = Catalogue.Regime.ReportingBody;

    /// <summary>The signed paper is wanted beside the figures.</summary>
    public bool IsEvidenceRequired { get; init; }

    /// <summary>What a body that has ended still owes of it is its successor's to deliver; else it goes on to be the body's own.</summary>
    public bool PassesOn { get; init; }

    /// <summary>Whether a line of regimes.csv says when this form's reports are due.</summary>
    public bool IsUnder(Regime regime) => regime.Code == Regime && regime.Frequency == Frequency && regime.Level == Level;

    /// <summary>The lines that hold for a period, of which an indicator has one at most.</summary>
    public IEnumerable<FormIndicator> AsksFor(Period period) => Indicators.Where(i => i.ValidTime.Contains(period.LastDay));

    public bool IsOwed(Period period) =>
        period.Frequency == Frequency
        && period.FirstDay >= OwedFrom.FirstDay
        && (OwedTo is null || period.FirstDay <= OwedTo.FirstDay);

    public bool IsOwed(Period period, Organisation organisation) =>
        IsOwed(period) && organisation.IsIn(OwedBy) && organisation.Reports(period);
}

namespace DtPipeline.Answers.Models;

/// <summary>How a form was filed, period by period: the content of <c>published/compliance/{form}.json</c>.</summary>
/// <param name="OwedBy">A group or one organisation's code.</param>
/// <param name="Organisations">By code, those whom the periods name.</param>
/// <param name="Periods">The newest first. The newest ones have everybody's state, older ones the counts and rates.</param>
public sealed record FormModel(
    string Form, string NameVi, string NameEn, string Frequency, string OwedBy, IReadOnlyList<OrganisationFacts> Organisations, IReadOnlyList<FormPeriod> Periods);

/// <summary>All forms at a glance: the content of <c>published/compliance.json</c>.</summary>
/// <param name="Forms">In the order of <c>forms.csv</c>, with their newest periods and nobody's state.</param>
public sealed record ComplianceIndex(IReadOnlyList<FormModel> Forms);

/// <summary>As <see cref="Progress.FormSummary"/> says of one period.</summary>
/// <param name="States">How many are in each state.</param>
/// <param name="Incomplete">How many are filed and lack something that the form requires.</param>
/// <param name="ReportingRate">A fraction from 0 to 1, as are the others; null where nobody is in the denominator.</param>
public sealed record FormPeriod(
    string Period,
    DateOnly DueDay,
    DateOnly EffectiveDueDay,
    IReadOnlyDictionary<string, int> States,
    int Incomplete,
    double? ReportingRate,
    double? OnTimeRate,
    double? Completeness)
{
    /// <summary>How many have the signed paper that the form wants: <c>present</c>, <c>missing</c>, <c>not_required</c>.</summary>
    public IReadOnlyDictionary<string, int> Evidence { get; init; } = new Dictionary<string, int>();

    /// <summary>Since the newest period before; null where there is none.</summary>
    public RateChange? Change { get; init; }

    /// <summary>By organisation; null of an older period.</summary>
    public IReadOnlyList<FormCell>? Cells { get; init; }
}

/// <summary>Differences of fractions; null where one of both lacks.</summary>
public sealed record RateChange(string Period, double? ReportingRate, double? OnTimeRate, double? Completeness);

/// <param name="State"><c>expected</c>, <c>on_time</c>, <c>late</c>, <c>nil</c>, <c>faulty</c>, <c>missing</c> or <c>exempt</c>.</param>
public sealed record FormCell(string Organisation, string State, int Provided, int Required)
{
    /// <summary>The mark beside the state: filed, and lacks something that is required.</summary>
    public bool Incomplete { get; init; }

    public DateTimeOffset? FirstReceived { get; init; }

    public DateTimeOffset? FirstAccepted { get; init; }

    /// <summary>The last day of its own, where more time was granted; null where the form's holds.</summary>
    public DateOnly? DueDay { get; init; }

    /// <summary><c>present</c>, <c>missing</c> or <c>not_required</c>.</summary>
    public string Evidence { get; init; } = string.Empty;
}

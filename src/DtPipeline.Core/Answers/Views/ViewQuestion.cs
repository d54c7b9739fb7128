using DtPipeline.Access;
using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Catalogue;
using DtPipeline.Time;

namespace DtPipeline.Answers.Views;

/// <summary>What somebody asks of a view.</summary>
/// <param name="Language"><c>en</c>; everything else is Vietnamese.</param>
/// <param name="Query">By name what the address says behind its question mark.</param>
public sealed record ViewQuestion(string Language, DateTimeOffset Now, ReportingCatalogue Catalogue, Caller Caller, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>Whose rows may be shown; null for everybody's.</summary>
    public IReadOnlyList<string>? Own => Caller.MaySeeAll ? null : Caller.Organisations;

    public DateOnly Today => VietnamTime.DayOf(Now);

    internal bool MayAct => Caller.MayAct;

    internal BriefLanguage Said => Language == BriefLanguage.English.Code ? BriefLanguage.English : BriefLanguage.Vietnamese;

    public Period? PeriodAsked => Of("period") is { } name && Period.TryParse(name, out var period) ? period : null;

    /// <returns>Null where the address does not say it.</returns>
    public string? Of(string name) => Query.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public bool MaySee(string organisation) => Caller.MaySee(organisation);

    /// <summary>The same, of what is published of everybody where anybody may see that.</summary>
    public ViewQuestion OfPublished() => Caller.MaySeePublished ? this with { Caller = Caller with { Role = CallerRole.Viewer } } : this;

    /// <summary>Files that belong to nobody are seen by those who see all.</summary>
    internal bool SeesFileOf(string? organisation) => Own is null || (organisation is not null && MaySee(organisation));
}

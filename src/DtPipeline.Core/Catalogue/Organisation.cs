using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

public enum OrganisationKind
{
    Province,
    Ministry,
    Agency,
}

/// <param name="ValidFrom">First day of existence; none: since before all reports.</param>
/// <param name="ValidTo">Last day of existence, included; none: still there.</param>
public sealed record Organisation(
    string Code,
    OrganisationKind Kind,
    string NameEn,
    string NameVi,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? SuccessorCode,
    string? GsoCode,
    string? IsoCode,
    IReadOnlyList<string> Aliases)
{
    /// <summary>Where it lies, as figures are put together; null for a body of the whole country.</summary>
    public Bilingual? Region { get; init; }

    /// <summary>The group of all.</summary>
    public const string Everybody = "@all";

    internal ValidTime ValidTime => new(ValidFrom, ValidTo);

    public bool IsValidOn(DateOnly day) => ValidTime.Contains(day);

    /// <summary>Reports, and owes, the periods on whose last day it exists.</summary>
    public bool Reports(Period period) => IsValidOn(period.LastDay);

    /// <summary>Groups are <see cref="Everybody"/>, <c>@provinces</c> and <c>@ministries</c> (ministries, ministerial-level and government agencies).</summary>
    public bool IsIn(string group) => group switch
    {
        Everybody => true,
        "@provinces" => Kind == OrganisationKind.Province,
        "@ministries" => Kind != OrganisationKind.Province,
        _ => group == Code,
    };
}

namespace DtPipeline.Catalogue;

public enum GrantKind
{
    /// <summary>More time for one report.</summary>
    Extension,

    /// <summary>One report need not be filed.</summary>
    Exemption,
}

/// <summary>What the committee has granted for one obligation. It touches no other one.</summary>
/// <param name="Until">Last day of it, included; none, for an exemption: for good. After it the report is owed as ever, and due on that day at the earliest.</param>
/// <param name="GrantedBy">Document or office that granted it.</param>
public sealed record Grant(
    string Form, string Organisation, string Period, GrantKind Kind, DateOnly? Until, string GrantedBy, DateOnly GrantedOn, string Reason);

/// <summary>All that is granted. Of two grants for one obligation the later one holds.</summary>
public sealed class Grants(IEnumerable<Grant> grants)
{
    public static readonly Grants None = new([]);

    private readonly ILookup<(string Form, string Period), Grant> byForm = grants.ToLookup(g => (g.Form, g.Period));

    public bool Concern(Form form, Period period) => byForm.Contains((form.Code, period.ToString()));

    public Grant? FindExtension(Form form, Organisation organisation, Period period) =>
        Find(form, organisation, period) is { Until: not null } grant ? grant : null;

    public bool IsExempt(Form form, Organisation organisation, Period period, DateOnly today) =>
        Find(form, organisation, period) is { Kind: GrantKind.Exemption } grant && (grant.Until is null || today <= grant.Until);

    private Grant? Find(Form form, Organisation organisation, Period period) =>
        byForm[(form.Code, period.ToString())].Where(g => g.Organisation == organisation.Code).MaxBy(g => g.GrantedOn);
}

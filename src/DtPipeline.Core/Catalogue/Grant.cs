namespace DtPipeline.Catalogue;

public enum GrantKind
{
    /// <summary>More time for one report.</summary>
    Extension,

    /// <summary>One report need not be filed.</summary>
    Exemption,

    /// <summary>One report will not come: nobody is reminded of it any more, and it counts as missing as before.</summary>
    Closure,
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

    /// <summary>A closure moves no due day: the extension before it goes on to say when the report would have been on time.</summary>
    public Grant? FindExtension(Form form, Organisation organisation, Period period) =>
        For(form, organisation, period).Where(g => g.Kind != GrantKind.Closure).MaxBy(g => g.GrantedOn) is { Until: not null } grant ? grant : null;

    public bool IsExempt(Form form, Organisation organisation, Period period, DateOnly today) => FindWaiver(form, organisation, period, today) is { Kind: GrantKind.Exemption };

    /// <returns>Why nobody waits for the report: an exemption or a closure; null where it is awaited as ever.</returns>
    public Grant? FindWaiver(Form form, Organisation organisation, Period period, DateOnly today) =>
        For(form, organisation, period).MaxBy(g => g.GrantedOn) is { Kind: not GrantKind.Extension } grant && (grant.Until is null || today <= grant.Until) ? grant : null;

    /// <summary>All that was ever granted for one obligation.</summary>
    public IEnumerable<Grant> For(Form form, Organisation organisation, Period period) =>
        byForm[(form.Code, period.ToString())].Where(g => g.Organisation == organisation.Code);
}

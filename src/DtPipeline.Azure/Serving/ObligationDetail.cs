using DtPipeline.Answers.Models;
using DtPipeline.Azure.Ledger;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Serving;

/// <summary>A form owed by an organisation for a period.</summary>
/// <param name="State"><c>expected</c>, <c>on_time</c>, <c>late</c>, <c>nil</c>, <c>faulty</c>, <c>missing</c> or <c>exempt</c>.</param>
/// <param name="Incomplete">The mark beside it: filed, and lacks something that is required.</param>
/// <param name="Provided">Required indicators that have a value or a nil.</param>
/// <param name="Lacking">Codes of the required indicators that have neither.</param>
/// <param name="Evidence">The signed paper: <c>present</c>, <c>missing</c> or <c>not_required</c>.</param>
internal sealed record ObligationDetail(
    string Form, Bilingual FormName, string Period, string Organisation, Bilingual OrganisationName, string State, bool Incomplete, ObligationDueDay Due, int Provided, int Required, IReadOnlyList<string> Lacking, string Evidence)
{
    public DateTimeOffset? FirstReceived { get; init; }

    /// <summary>Lateness is judged on it.</summary>
    public DateTimeOffset? FirstAccepted { get; init; }

    /// <summary>Code of who delivers it in place of a body that has ended.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>Of the organisation's period, whatever form they speak of; the oldest first.</summary>
    public IReadOnlyList<FileEntry> Files { get; init; } = [];

    /// <summary>Settled ones too.</summary>
    public IReadOnlyList<ListedAlert> Alerts { get; init; } = [];

    /// <summary>The later one holds.</summary>
    public IReadOnlyList<GrantEntry> Grants { get; init; } = [];

    public static ObligationDetail Of(Obligation obligation, Form form, Organisation organisation, Period period, ReportingCatalogue catalogue) => new(
        form.Code,
        new Bilingual(form.NameVi, form.NameEn),
        obligation.Period,
        organisation.Code,
        new Bilingual(organisation.NameVi, organisation.NameEn),
        Obligation.NameOf(obligation.State),
        obligation.IsIncomplete,
        ObligationDueDay.Of(obligation.Due, catalogue.Regimes.First(r => form.IsUnder(r) && r.AppliesTo(period)), period),
        obligation.Provided,
        obligation.Required,
        [.. obligation.Lacking?.Indicators.Select(i => i.Code) ?? []],
        EvidenceRule.NameOf(obligation.Evidence))
    {
        FirstReceived = obligation.FirstReceived,
        FirstAccepted = obligation.FirstAccepted,
        DeliveredBy = obligation.DeliveredBy?.Code,
        Grants = [.. catalogue.Grants.For(form, organisation, period).OrderBy(g => g.GrantedOn).Select(GrantEntry.Of)],
    };
}

/// <summary>The last day in time and what made it so. Days of Vietnam, all of them included.</summary>
/// <param name="Nominal">As the regime says.</param>
/// <param name="Effective">Moved off days on which nobody works, or as granted.</param>
/// <param name="Provisional">Days off that decide it are not announced yet.</param>
/// <param name="Regime">Code of the rule in <c>regimes.csv</c>.</param>
/// <param name="Level">Who sends: <c>reporting_body</c> or <c>receiving_unit</c>.</param>
/// <param name="DataFrom">First day of the data.</param>
/// <param name="DataTo">Last day of the data.</param>
/// <param name="Rule">The same as a sentence.</param>
internal sealed record ObligationDueDay(DateOnly Nominal, DateOnly Effective, bool Provisional, string Regime, string Level, DateOnly DataFrom, DateOnly DataTo, Bilingual Rule)
{
    public static ObligationDueDay Of(DueDay due, Regime regime, Period period) => new(
        due.Nominal,
        due.Effective,
        due.IsProvisional,
        regime.Code,
        regime.Level,
        regime.DataFrom.From(period.FirstDay),
        regime.DataTo.From(period.LastDay),
        RuleOf(regime));

    private static Bilingual RuleOf(Regime regime)
    {
        var (day, months) = (regime.Due.Day, regime.Due.Months);
        var month = months switch
        {
            0 => new Bilingual("tháng cuối của kỳ", "the period's last month"),
            > 0 => new Bilingual($"tháng thứ {months} sau tháng cuối của kỳ", months == 1 ? "the month after the period" : $"the {months}th month after the period"),
            _ => new Bilingual($"tháng thứ {-months} trước tháng cuối của kỳ", months == -1 ? "the month before the period's last one" : $"the {-months}th month before the period's last one"),
        };
        return regime.RollOver == RollOver.None
            ? new Bilingual($"{regime.Code}: chậm nhất ngày {day} của {month.Vi}.", $"{regime.Code}: no later than day {day} of {month.En}.")
            : new Bilingual(
                $"{regime.Code}: chậm nhất ngày {day} của {month.Vi}; nếu là ngày nghỉ thì đến ngày làm việc kế tiếp.",
                $"{regime.Code}: no later than day {day} of {month.En}; where that is a day off, the next working day.");
    }
}

/// <param name="Kind"><c>extension</c>, <c>exemption</c> or <c>closure</c>.</param>
/// <param name="GrantedBy">Document or office that granted it.</param>
internal sealed record GrantEntry(string Kind, string GrantedBy, DateOnly GrantedOn, string Reason)
{
    /// <summary>Last day of it, included; null for good.</summary>
    public DateOnly? Until { get; init; }

    public static GrantEntry Of(Grant grant) => new(
        grant.Kind switch { GrantKind.Extension => "extension", GrantKind.Exemption => "exemption", _ => "closure" }, grant.GrantedBy, grant.GrantedOn, grant.Reason)
    {
        Until = grant.Until,
    };
}

using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>Settles what was told of a report that nobody owes any more, with the reason. It looks at the catalogue alone, whatever the age of the report.</summary>
public static class UnowedAlert
{
    /// <param name="organisation">Under which the alert was told: a code or a group.</param>
    /// <param name="key">Of an alert that was raised before, of whatever type.</param>
    /// <param name="daysWatched">Days after the due day for which the check of what is owed settles by itself what is waived.</param>
    /// <returns>Null for an alert of another kind, and where the report is owed as ever.</returns>
    public static AlertCondition? Of(string organisation, string key, DateOnly today, int daysWatched, ReportingCatalogue catalogue)
    {
        if (key.Split('~') is not [AlertType.ReportDueSoon or AlertType.ReportOverdue or AlertType.ReportIncomplete, var named, .. var rest]
            || rest is not ([_] or [_, _])
            || !Period.TryParse(named, out var period))
        {
            return null;
        }

        var (code, isOfAll) = (rest[^1], rest.Length == 1);
        var form = catalogue.Forms.FirstOrDefault(f => f.Code == code);
        var known = isOfAll ? null : catalogue.FindOrganisation(rest[0]);
        var who = isOfAll ? new Bilingual("Các cơ quan", "The organisations") : known is null ? new Bilingual(rest[0], rest[0]) : new Bilingual(known.NameVi, known.NameEn);
        var thing = form is null ? new Bilingual($"«{code}» kỳ {period}", $"'{code}' for {period}") : OverdueAlert.Thing(form, named);
        var text = form is null ? NotOwed(who, thing, isOfAll, new Bilingual("biểu mẫu không còn trong forms.csv", "the form is no longer in forms.csv"))
            : (isOfAll ? WhyNobody(form, period, catalogue) : WhyNot(form, period, known)) is { } why ? NotOwed(who, thing, isOfAll, why)
            : known is not null && Waiver(form, known, period, today, daysWatched, catalogue) is { } waiver ? Waived(waiver, who, thing)
            : null;
        return text is null ? null : new AlertCondition(new AlertSubject(key, AlertSubject.TypeIn(key), organisation, named, code, null), false, AlertSeverity.Green, [], text, text);
    }

    /// <summary>Said of an alert that ends because nobody waits for the report.</summary>
    internal static Bilingual Waived(Grant waiver, Bilingual who, Bilingual thing) => waiver.Kind == GrantKind.Exemption
        ? new($"{who.Vi} không phải nộp {thing.Vi}: {waiver.Reason} ({waiver.GrantedBy}).", $"{who.En} need not file {thing.En}: {waiver.Reason} ({waiver.GrantedBy}).")
        : new($"{who.Vi}: không chờ {thing.Vi} nữa: {waiver.Reason} ({waiver.GrantedBy}).", $"{who.En}: {thing.En} is awaited no longer: {waiver.Reason} ({waiver.GrantedBy}).");

    private static Bilingual NotOwed(Bilingual who, Bilingual thing, bool isOfAll, Bilingual why) => new(
        $"{who.Vi} không còn phải nộp {thing.Vi}: {why.Vi}.", $"{who.En} no longer {(isOfAll ? "owe" : "owes")} {thing.En}: {why.En}.");

    private static Bilingual? WhyNobody(Form form, Period period, ReportingCatalogue catalogue) =>
        WhyNotOwed(form, period) ?? (catalogue.WhoOwes(form, period).Any() ? null : new Bilingual("không còn cơ quan nào phải nộp", "nobody owes it any more"));

    private static Bilingual? WhyNot(Form form, Period period, Organisation? organisation) => organisation switch
    {
        null => new("cơ quan không còn trong organisations.csv", "it is no longer in organisations.csv"),
        _ when WhyNotOwed(form, period) is { } why => why,
        _ when !organisation.IsIn(form.OwedBy) => new($"biểu mẫu do {form.OwedBy} nộp", $"the form is owed by {form.OwedBy}"),
        { ValidTo: { } end } when end < period.LastDay => new($"cơ quan báo cáo đến ngày {end:dd/MM/yyyy}", $"it reports until {end:yyyy-MM-dd}"),
        { ValidFrom: { } begin } when begin > period.LastDay => new($"cơ quan báo cáo từ ngày {begin:dd/MM/yyyy}", $"it reports from {begin:yyyy-MM-dd}"),
        _ => null,
    };

    private static Bilingual? WhyNotOwed(Form form, Period period) => form.IsOwed(period) ? null
        : form.OwedTo is { } to ? new Bilingual($"biểu mẫu phải nộp từ kỳ {form.OwedFrom} đến kỳ {to}", $"the form is owed from {form.OwedFrom} to {to}")
        : new Bilingual($"biểu mẫu phải nộp từ kỳ {form.OwedFrom}", $"the form is owed from {form.OwedFrom}");

    private static Grant? Waiver(Form form, Organisation organisation, Period period, DateOnly today, int daysWatched, ReportingCatalogue catalogue) =>
        today > DueDay.Of(form, period, catalogue).Effective.AddDays(daysWatched) ? catalogue.Grants.FindWaiver(form, organisation, period, today) : null;
}

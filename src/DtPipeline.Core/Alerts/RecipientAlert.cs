using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>A recipient whom no mail reaches, told to the others. It is red, for who does not get alerts does not know of it.</summary>
public static class RecipientAlert
{
    private const string Prefix = $"{AlertType.RecipientUnreachable}~";

    /// <param name="why">Null once a mail was taken.</param>
    public static AlertCondition Of(Recipient recipient, Bilingual? why) => new(
        SubjectOf(recipient.Code),
        why is not null,
        AlertSeverity.Red,
        [],
        new Bilingual(
            $"Thư không đến được người nhận «{recipient.Code}» ({recipient.Name}): {why?.Vi}. Hãy xem lại địa chỉ trong recipients.csv.",
            $"No mail reaches the recipient '{recipient.Code}' ({recipient.Name}): {why?.En}. Look at the address in recipients.csv."),
        new Bilingual($"Thư lại đến được người nhận «{recipient.Code}».", $"Mail reaches the recipient '{recipient.Code}' again."));

    /// <summary>Settles what was said of recipients who are no longer listed.</summary>
    /// <param name="known">Keys of alerts that were raised before, of whatever type.</param>
    internal static IEnumerable<AlertCondition> OfGone(IEnumerable<string> known, ReportingCatalogue catalogue) => known
        .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(key => key[Prefix.Length..])
        .Where(code => !catalogue.Recipients.Any(r => r.Code == code))
        .Select(code =>
        {
            var gone = new Bilingual($"Người nhận «{code}» không còn trong recipients.csv.", $"The recipient '{code}' is no longer in recipients.csv.");
            return new AlertCondition(SubjectOf(code), false, AlertSeverity.Red, [], gone, gone);
        });

    internal static bool IsAbout(AlertSubject subject, Recipient recipient) => subject.Key == SubjectOf(recipient.Code).Key;

    private static AlertSubject SubjectOf(string code) => new(Prefix + code, AlertType.RecipientUnreachable, LedgerKey.Catalogue, null, null, null);
}

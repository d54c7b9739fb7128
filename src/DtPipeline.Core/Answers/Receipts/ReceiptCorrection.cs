using System.Globalization;
using DtPipeline.Amending;
using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>What was said of a report's form before the committee changed its catalogue, and what is said of it since.</summary>
/// <param name="From">State of the obligation such as <c>on_time</c>; null where it was not owed.</param>
/// <param name="To">Null where it is owed no more.</param>
/// <param name="By">Who has confirmed the change.</param>
/// <param name="Catalogue">Hash of the catalogue that was confirmed.</param>
public sealed record ReceiptCorrection(string Form, string? From, string? To, string By, DateTimeOffset At, string Catalogue, Bilingual Message)
{
    /// <param name="confirmed">Every catalogue by which the past was judged anew, in any order.</param>
    /// <param name="uploadedAt">Of the file: what was changed before it is no correction of its receipt.</param>
    /// <returns>The oldest first.</returns>
    public static IReadOnlyList<ReceiptCorrection> Of(IEnumerable<ConfirmedCatalogue> confirmed, string organisation, string period, DateTimeOffset uploadedAt) =>
    [
        .. confirmed
            .Where(c => c.At > uploadedAt)
            .OrderBy(c => c.At)
            .SelectMany(c => c.Diff.Judged.Where(o => o.Organisation == organisation && o.Period == period).Select(o => Of(c, o))),
    ];

    private static ReceiptCorrection Of(ConfirmedCatalogue confirmed, ObligationChange change)
    {
        var (was, now) = (Said(change.From, new("chưa phải nộp", "not owed")), Said(change.To, new("không còn phải nộp", "owed no more")));
        return new ReceiptCorrection(
            change.Form, NameOf(change.From), NameOf(change.To), confirmed.By, confirmed.At, confirmed.Hash, new($"{change.Form}: {was.Vi} → {now.Vi}.", $"{change.Form}: {was.En} → {now.En}."));
    }

    private static string? NameOf(Judgement? judgement) => judgement is null ? null : Obligation.NameOf(judgement.State);

    private static Bilingual Said(Judgement? judgement, Bilingual otherwise) => judgement is null ? otherwise : new(
        string.Create(CultureInfo.InvariantCulture, $"{StateWords.Of(judgement.State).Vi}, {judgement.Provided}/{judgement.Required.Count} chỉ tiêu, hạn nộp {judgement.Due:dd/MM/yyyy}"),
        string.Create(CultureInfo.InvariantCulture, $"{StateWords.Of(judgement.State).En}, {judgement.Provided} of {judgement.Required.Count} indicators, due {judgement.Due:d MMMM yyyy}"));
}

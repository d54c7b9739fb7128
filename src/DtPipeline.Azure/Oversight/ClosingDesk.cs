using System.Text.Json;
using DtPipeline.Access;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Storage;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Oversight;

/// <summary>What is asked for, as JSON: <c>{ "action": "reopen", "by": "…", "reason": "…" }</c>.</summary>
/// <param name="Action"><c>close</c> or <c>reopen</c>.</param>
/// <param name="By">Who asks, where nobody is signed in.</param>
/// <param name="Reason">Why it is reopened; a note to a closing.</param>
public sealed record ClosingRequest(string? Action, string? By, string? Reason);

/// <summary>What became of a request.</summary>
/// <param name="Why">Null where it was done.</param>
/// <param name="IsUnknown">There is no such form or period.</param>
public sealed record ClosingAnswer(Closing? Closing, Bilingual? Why, bool IsUnknown = false);

/// <summary>Where the secretariat closes and reopens a form's figures of a period. Kept in the archive first, so that it outlives the tables.</summary>
public sealed class ClosingDesk(ClosingStore closings, CatalogueStore catalogues, TimeProvider clock)
{
    private static readonly Bilingual Unclear = new("action phải là close hoặc reopen.", "action must be close or reopen.");

    /// <returns>Every closing there was, those that were reopened included.</returns>
    public async Task<BinaryData> ListAsync(CancellationToken cancellationToken) => BinaryData.FromString(
        JsonSerializer.Serialize((await closings.ReadAllAsync(cancellationToken)).All.Select(ShownClosing.Of), Json.Indented));

    /// <param name="signedIn">Who is signed in; null where the app has no sign-in, then the request says who asks.</param>
    public async Task<ClosingAnswer> ActAsync(string form, string period, ClosingRequest request, string? signedIn, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.GetAsync(cancellationToken);
        if (catalogue.Forms.FirstOrDefault(f => f.Code == form) is not { } found || !Period.TryParse(period, out var when))
        {
            return new ClosingAnswer(null, new Bilingual($"Không có biểu mẫu «{form}» hoặc kỳ «{period}».", $"There is no form '{form}' or no period '{period}'."), IsUnknown: true);
        }

        var by = (signedIn ?? request.By ?? string.Empty).Trim();
        if (ActionNamed(request.Action) is not { } action)
        {
            return new ClosingAnswer(null, Unclear);
        }

        if (by.Length is 0 or > Caller.LongestName)
        {
            return new ClosingAnswer(null, new Bilingual($"Hãy ghi tên người thực hiện (1 đến {Caller.LongestName} ký tự).", $"Say who does it (1 to {Caller.LongestName} characters)."));
        }

        return await ActAsync(found, when, action, by, request.Reason?.Trim() is { Length: > 0 } reason ? reason : null, catalogue, cancellationToken);
    }

    /// <summary>Of two people at once the second sees what the first has done.</summary>
    private async Task<ClosingAnswer> ActAsync(
        Form form, Period period, ClosingAction action, string by, string? reason, ReportingCatalogue catalogue, CancellationToken cancellationToken)
    {
        while (true)
        {
            var acts = await closings.RestoreAsync(form.Code, period, cancellationToken);
            var now = WholeSecond(clock.GetUtcNow());
            if (ClosingRule.WhyNot(form, period, action, reason, Closings.Of(acts), now, catalogue) is { } why)
            {
                return new ClosingAnswer(null, why);
            }

            var act = new ClosingAct(form.Code, period, acts.Count + 1, action, now, by, reason);
            if (await closings.KeepAsync(act, cancellationToken))
            {
                return new ClosingAnswer(Closings.Of([.. acts, act]).Of(form.Code, period).Last(), null);
            }
        }
    }

    /// <summary>The next one: uploads are known to the second, and what came before the act is not to be after it.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset moment) =>
        moment.Ticks % TimeSpan.TicksPerSecond is > 0 and var part ? moment.AddTicks(TimeSpan.TicksPerSecond - part) : moment;

    private static ClosingAction? ActionNamed(string? name) => name switch
    {
        "close" => ClosingAction.Close,
        "reopen" => ClosingAction.Reopen,
        _ => null,
    };
}

/// <summary>A closing as it is shown. Times in UTC.</summary>
public sealed record ShownClosing(
    string Form, string Period, DateTimeOffset ClosedAt, string ClosedBy, string? Note, DateTimeOffset? ReopenedAt, string? ReopenedBy, string? Reason)
{
    public static ShownClosing Of(Closing closing) => new(
        closing.Form, closing.Period.ToString(), closing.At, closing.By, closing.Note, closing.Reopened?.At, closing.Reopened?.By, closing.Reopened?.Reason);

    public static BinaryData JsonOf(Closing closing) => BinaryData.FromString(JsonSerializer.Serialize(Of(closing), Json.Indented));
}

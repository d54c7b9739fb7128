using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Deadlines;

/// <summary>Whether a form's period may be closed or reopened. Nothing is closed before its due day has passed, so that no report in time comes after closing.</summary>
public static class ClosingRule
{
    /// <summary>In characters.</summary>
    public const int LongestReason = 1_000;

    /// <param name="reason">Of a reopening it may not be empty.</param>
    /// <param name="standing">What was closed and reopened so far.</param>
    /// <returns>Why not; null where it may.</returns>
    public static Bilingual? WhyNot(
        Form form, Period period, ClosingAction action, string? reason, Closings standing, DateTimeOffset now, ReportingCatalogue catalogue)
    {
        var latest = standing.Of(form.Code, period).LastOrDefault();
        return action switch
        {
            _ when !form.IsOwed(period) => new($"Không ai phải nộp «{form.Code}» kỳ {period}.", $"Nobody owes {form.Code} for {period}."),
            _ when reason is { Length: > LongestReason } => new(
                string.Create(CultureInfo.InvariantCulture, $"Lý do dài quá {LongestReason} ký tự."), string.Create(CultureInfo.InvariantCulture, $"The reason is longer than {LongestReason} characters.")),
            ClosingAction.Close when latest is { Reopened: null } => new(
                $"«{form.Code}» kỳ {period} đã được {latest.By} chốt lúc {VietnamTime.Said(latest.At).Vi}.",
                $"{form.Code} of {period} was closed by {latest.By} on {VietnamTime.Said(latest.At).En}."),
            ClosingAction.Close => BeforeDue(form, period, now, catalogue),
            _ when latest is not { Reopened: null } => new($"«{form.Code}» kỳ {period} chưa chốt.", $"{form.Code} of {period} is not closed."),
            _ when string.IsNullOrWhiteSpace(reason) => new("Hãy ghi lý do mở lại.", "Say why it is reopened."),
            _ => null,
        };
    }

    /// <summary>Whether any form that an organisation owes for a period may have been closed until the end of a day.</summary>
    public static bool MayBeClosed(Owner owner, DateOnly day, ReportingCatalogue catalogue) =>
        catalogue.FormsOwed(owner.Period, owner.Organisation).Any(f => MayBeClosed(f, owner.Period, day, catalogue));

    /// <inheritdoc cref="MayBeClosed(Owner, DateOnly, ReportingCatalogue)"/>
    internal static bool MayBeClosed(Form form, Period period, DateOnly day, ReportingCatalogue catalogue) => day > DueDay.Of(form, period, catalogue).Effective;

    private static Bilingual? BeforeDue(Form form, Period period, DateTimeOffset now, ReportingCatalogue catalogue) =>
        DueDay.Of(form, period, catalogue).Effective is var due && VietnamTime.DayOf(now) <= due
            ? new(
                string.Create(CultureInfo.InvariantCulture, $"Hạn nộp «{form.Code}» kỳ {period} là {due:dd/MM/yyyy}; chỉ chốt được từ ngày hôm sau."),
                string.Create(CultureInfo.InvariantCulture, $"{form.Code} of {period} is due on {due:yyyy-MM-dd} and can be closed from the day after."))
            : null;
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Deadlines;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>Alerts that a file causes by itself. Each belongs to its file, so replaying the file gives the same alert and not another one.</summary>
public static class FilingAlerts
{
    private const int MostFigures = 20;

    /// <summary>Folds a file into its ledger, and says what the file raises.</summary>
    public static LedgerStep Apply(LedgerState state, Filing filing, ReportingCatalogue catalogue)
    {
        var step = LedgerFold.Apply(state, filing, catalogue);
        return step.Status is FilingStatus.Duplicate or FilingStatus.Evidence ? step : step with { Alerts = Of(state, step.After, filing, step.Status, step.Revisions, catalogue) };
    }

    private static List<AlertTransition> Of(
        LedgerState before, LedgerState after, Filing filing, FilingStatus status, IReadOnlyList<Observation> revisions, ReportingCatalogue catalogue)
    {
        var alerts = new List<AlertTransition>();
        if (before.OpenFaulty is { } answered && after.OpenFaulty != answered)
        {
            var message = filing.Whose is null
                ? new Bilingual($"Tệp «{filing.Path}» đã được gửi lại.", $"The file '{filing.Path}' has been sent again.")
                : new Bilingual(
                    $"{Who(filing).Vi} đã gửi tệp mới thay cho tệp có lỗi, kỳ {When(filing)}.",
                    $"{Who(filing).En} has sent a new file in place of the faulty one for {When(filing)}.");
            alerts.Add(Transition(filing, FaultySubject(filing, answered), 2, AlertEvent.Resolved, [], message));
        }

        if (status != FilingStatus.Accepted)
        {
            alerts.Add(Faulty(filing, status));
        }

        var told = revisions.Where(r => !IsStepForward(r, after.Observations[r.Indicator], catalogue)).ToList();
        if (told.Count > 0)
        {
            alerts.Add(Revised(filing, after, told));
        }

        alerts.AddRange(Late(before, after, filing, catalogue));
        return alerts;
    }

    /// <summary>The progress of a task rises within a period as it does from one to the next: nobody has corrected anything.</summary>
    private static bool IsStepForward(Observation was, Observation now, ReportingCatalogue catalogue) =>
        catalogue.FindIndicator(was.Indicator) is { Task: not null } && now.Value is { } value && !(value < was.Value);

    private static AlertTransition Faulty(Filing filing, FilingStatus status)
    {
        var errors = filing.Report.Errors;
        var first = filing.Report.Faults.First(f => f.Severity == Severity.Error).Message;
        var what = status == FilingStatus.Rejected
            ? new Bilingual("không lưu được số liệu nào", "nothing in it could be stored")
            : new Bilingual("phần không có lỗi đã được lưu", "what is right in it is stored");
        var raised = Transition(filing, FaultySubject(filing, filing.FileId), 1, AlertEvent.Raised, [], new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"Tệp «{filing.Path}» của {Who(filing).Vi} có {errors} lỗi; {what.Vi}. Lỗi đầu tiên: {first.Vi}"),
            string.Create(CultureInfo.InvariantCulture, $"The file '{filing.Path}' of {Who(filing).En} has {Bilingual.Count(errors, "error")}; {what.En}. The first one: {first.En}")));
        return raised with { Path = filing.Path };
    }

    private static AlertTransition Revised(Filing filing, LedgerState after, List<Observation> revisions)
    {
        var shown = revisions.OrderBy(r => r.Indicator, StringComparer.Ordinal).Take(MostFigures).ToList();
        var changes = string.Join("; ", shown.Select(r => Say(r, after.Observations[r.Indicator])));
        var figures = shown
            .Select(r => new AlertFigure(r.Indicator, after.Observations[r.Indicator].Value, r.Value, When(filing)))
            .ToList();
        return Transition(filing, Subject(filing, AlertType.ReportRevised, filing.FileId, null), 1, AlertEvent.Raised, figures, new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{Who(filing).Vi} đã sửa {revisions.Count} số liệu của kỳ {When(filing)}: {changes}."),
            string.Create(CultureInfo.InvariantCulture, $"{Who(filing).En} has revised {Bilingual.Count(revisions.Count, "value")} of {When(filing)}: {changes}.")));
    }

    private static IEnumerable<AlertTransition> Late(LedgerState before, LedgerState after, Filing filing, ReportingCatalogue catalogue) =>
        from late in filing.Whose is { } owner ? Lateness.OfNewlyAccepted(owner, before, after, catalogue) : []
        where late.Days > 0
        select Transition(filing, Subject(filing, AlertType.ReportLate, late.Form.Code, late.Form.Code), 1, AlertEvent.Raised, [], new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{Who(filing).Vi} nộp «{late.Form.NameVi}» kỳ {When(filing)} chậm {late.Days} ngày (hạn {late.Due:dd/MM/yyyy})."),
            string.Create(CultureInfo.InvariantCulture, $"{Who(filing).En} filed the '{late.Form.NameEn}' for {When(filing)} {Bilingual.Count(late.Days, "day")} late (due {late.Due:yyyy-MM-dd}).")));

    private static AlertSubject FaultySubject(Filing filing, string fileId) => Subject(filing, AlertType.ReportFaulty, fileId, null);

    private static AlertSubject Subject(Filing filing, string type, string of, string? form)
    {
        var owner = LedgerKey.Of(filing);
        return new AlertSubject($"{type}~{owner}~{of}", type, filing.Whose?.Organisation.Code ?? LedgerKey.Unplaced, filing.Whose?.Period.ToString(), form, null);
    }

    private static AlertTransition Transition(
        Filing filing, AlertSubject subject, int sequence, AlertEvent alertEvent, IReadOnlyList<AlertFigure> figures, Bilingual message) =>
        new(subject, sequence, alertEvent, AlertSeverity.Yellow, filing.UploadedAt, figures, message);

    private static Bilingual Who(Filing filing) =>
        filing.Whose is { } owner ? new Bilingual(owner.Organisation.NameVi, owner.Organisation.NameEn) : new Bilingual("cơ quan không xác định", "an unknown organisation");

    private static string When(Filing filing) => filing.Whose?.Period.ToString() ?? "?";

    private static string Say(Observation was, Observation now) =>
        was.Unit is { } unit && unit != now.Unit ? $"{was.Indicator} {Say(was.Value)} {unit} → {Say(now.Value)} {now.Unit}"
        : was.Value == now.Value ? $"{was.Indicator} {Say(was.Value)} ({was.Status} → {now.Status})"
        : $"{was.Indicator} {Say(was.Value)} → {Say(now.Value)}";

    private static string Say(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>A source from which reports could not be fetched several times in a row.</summary>
public static class SourceAlert
{
    public const int FailuresInARow = 3;

    /// <param name="period">In whose partition the alert is kept; the same until it is resolved.</param>
    /// <param name="reason">What failed last; null when nothing did.</param>
    public static AlertCondition Of(Source source, Organisation organisation, Period period, int failures, Bilingual? reason) => new(
        new AlertSubject($"{AlertType.SourceFailed}~{period}~{source.Code}", AlertType.SourceFailed, organisation.Code, period.ToString(), null, null),
        failures >= FailuresInARow,
        AlertSeverity.Yellow,
        [],
        new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{failures} lần liên tiếp không lấy được báo cáo của {organisation.NameVi} từ nguồn «{source.Code}»: {reason?.Vi}."),
            string.Create(CultureInfo.InvariantCulture, $"The reports of {organisation.NameEn} could not be fetched from the source '{source.Code}' {failures} times in a row: {reason?.En}.")),
        new Bilingual(
            $"Đã lấy lại được báo cáo của {organisation.NameVi} từ nguồn «{source.Code}».",
            $"The reports of {organisation.NameEn} can be fetched from the source '{source.Code}' again."));
}

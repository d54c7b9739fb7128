using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>A value that moved by more than its indicator's threshold since the previous period with a value.</summary>
public static class MovedAlert
{
    /// <summary>For each organisation of a period, whether each of its values moved.</summary>
    public static IEnumerable<(Organisation Organisation, IReadOnlyList<AlertCondition> Conditions)> Moves(this PeriodRollUp rollUp) =>
        rollUp.Changes().Select(o => (o.Owner.Organisation, (IReadOnlyList<AlertCondition>)[.. o.Changes.Select(c => Of(o.Owner, c.Indicator, c.Value, c.Delta))]));

    public static AlertCondition Of(Owner owner, Indicator indicator, double? value, Delta? delta)
    {
        var period = owner.Period.ToString();
        var change = delta is null ? string.Empty : delta.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:+0.#;-0.#;0} %")
            : string.Create(CultureInfo.InvariantCulture, $"{delta.Absolute:+0.##;-0.##;0}");
        var figures = string.Create(CultureInfo.InvariantCulture, $"{delta?.Base:0.####} → {value:0.####} ({change})");
        return new AlertCondition(
            new AlertSubject($"{AlertType.ValueMoved}~{period}~{owner.Organisation.Code}~{indicator.Code}", AlertType.ValueMoved, owner.Organisation.Code, period, null, indicator.Code),
            delta is not null && delta.IsMove(indicator),
            AlertSeverity.Yellow,
            [new AlertFigure(indicator.Code, value, delta?.Base, delta?.Period)],
            new Bilingual(
                $"{owner.Organisation.NameVi}, {indicator.Code} {indicator.NameVi}: kỳ {period} so với {delta?.Period}: {figures}.",
                $"{owner.Organisation.NameEn}, {indicator.Code} {indicator.NameEn}: {period} against {delta?.Period}: {figures}."),
            new Bilingual(
                $"{owner.Organisation.NameVi}, {indicator.Code}: mức thay đổi kỳ {period} đã trở lại bình thường.",
                $"{owner.Organisation.NameEn}, {indicator.Code}: the change in {period} is within its usual range again."));
    }
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>A value that moved by more than its indicator's threshold since the previous period with a value.</summary>
public static class MovedAlert
{
    /// <summary>Of an organisation's values those that moved, and those of which that was said before. Of a whole country nearly none are, and each takes some texts.</summary>
    /// <param name="marks">Of the partition's alerts.</param>
    public static IEnumerable<AlertCondition> Of(Owner owner, IEnumerable<ValueChange> changes, IReadOnlyDictionary<string, AlertMark> marks) => changes
        .Where(c => IsMove(c.Delta, c.Indicator) || (marks.Count > 0 && marks.ContainsKey(SubjectOf(owner, c.Indicator).Key)))
        .Select(c => Of(owner, c.Indicator, c.Value, c.Delta));

    public static AlertCondition Of(Owner owner, Indicator indicator, double? value, Delta? delta)
    {
        var period = owner.Period.ToString();
        var change = delta is null ? string.Empty : delta.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:+0.#;-0.#;0} %")
            : string.Create(CultureInfo.InvariantCulture, $"{delta.Absolute:+0.##;-0.##;0}");
        var figures = string.Create(CultureInfo.InvariantCulture, $"{delta?.Base:0.####} → {value:0.####} ({change})");
        return new AlertCondition(
            SubjectOf(owner, indicator),
            IsMove(delta, indicator),
            AlertSeverity.Yellow,
            [new AlertFigure(indicator.Code, value, delta?.Base, delta?.Period)],
            new Bilingual(
                $"{owner.Organisation.NameVi}, {indicator.Code} {indicator.NameVi}: kỳ {period} so với {delta?.Period}: {figures}.",
                $"{owner.Organisation.NameEn}, {indicator.Code} {indicator.NameEn}: {period} against {delta?.Period}: {figures}."),
            new Bilingual(
                $"{owner.Organisation.NameVi}, {indicator.Code}: mức thay đổi kỳ {period} đã trở lại bình thường.",
                $"{owner.Organisation.NameEn}, {indicator.Code}: the change in {period} is within its usual range again."));
    }

    private static bool IsMove(Delta? delta, Indicator indicator) => delta is not null && delta.IsMove(indicator);

    private static AlertSubject SubjectOf(Owner owner, Indicator indicator) => new(
        $"{AlertType.ValueMoved}~{owner.Period}~{owner.Organisation.Code}~{indicator.Code}", AlertType.ValueMoved, owner.Organisation.Code, owner.Period.ToString(), null, indicator.Code);
}

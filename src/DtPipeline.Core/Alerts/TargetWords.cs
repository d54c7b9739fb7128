using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Progress;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>What alerts of targets say.</summary>
internal static class TargetWords
{
    /// <summary>Whose figure, and what it shall become by when.</summary>
    public static Bilingual What(Series series, TargetProgress target, ReportingCatalogue catalogue)
    {
        var (indicator, who) = (series.Indicator, Who(series.Whose, catalogue));
        var of = target.Owed is { } owed ? string.Create(CultureInfo.InvariantCulture, $"/{owed}") : string.Empty;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{who.Vi}, {indicator.Code} {indicator.NameVi}, mục tiêu {Amount(indicator, target.Target)}{of} đến {target.Due:dd/MM/yyyy}"),
            string.Create(CultureInfo.InvariantCulture, $"{who.En}, {indicator.Code} {indicator.NameEn}, target {Amount(indicator, target.Target)}{of} by {target.Due:yyyy-MM-dd}"));
    }

    /// <summary>Where it stands, where it leads, and what it would take.</summary>
    public static Bilingual OffTrack(Indicator indicator, TargetProgress target)
    {
        var now = Now(indicator, target);
        if (target.Projection is not { } ahead)
        {
            return new($"{now.Vi}, chưa thực hiện", $"{now.En}, not done yet");
        }

        var every = indicator.Frequency.Name();
        var pace = target.Pace is { } needed ? Amount(indicator, needed, signed: true) : null;
        return new(
            $"{now.Vi}; theo đà hiện nay sẽ là {Amount(indicator, ahead.Value)}{(pace is null ? string.Empty : $", cần {pace} mỗi kỳ {every.Vi}")}",
            $"{now.En}; as it goes it would be {Amount(indicator, ahead.Value)}{(pace is null ? string.Empty : $", and needs {pace} each {every.En} period")}");
    }

    public static Bilingual Missed(Indicator indicator, TargetProgress target)
    {
        var now = Now(indicator, target);
        return target.Why == TargetReason.Awaited
            ? new($"không đạt, {now.Vi}; số liệu của kỳ đến hạn chưa có", $"missed, {now.En}; the figure of the period in which it was due has not come")
            : new($"không đạt, {now.Vi}", $"missed, {now.En}");
    }

    /// <summary>How it stands once the alert has ended.</summary>
    public static Bilingual Standing(Indicator indicator, TargetProgress target)
    {
        var now = Now(indicator, target);
        var said = target switch
        {
            { ReachedIn: { } period } => new Bilingual($"đã đạt trong kỳ {period}, sau hạn", $"reached in {period}, after the day"),
            { Status: TargetStatus.Met } => new("đã đạt", "met"),
            { Status: TargetStatus.OnTrack } => new("đúng tiến độ", "on track"),
            { Status: TargetStatus.AtRisk } => new("có nguy cơ không đạt", "at risk"),
            { Status: TargetStatus.OffTrack } => new("chậm tiến độ", "off track"),
            { Status: TargetStatus.Missed } => new("đã quá hạn mà không đạt", "the day has passed and it was missed"),
            _ => new Bilingual("chưa thể đánh giá", "it cannot be judged"),
        };
        return new($"{said.Vi}, {now.Vi}", $"{said.En}, {now.En}");
    }

    private static Bilingual Now(Indicator indicator, TargetProgress target) => target.Last is { } last
        ? new($"{Amount(indicator, last.Value)} trong kỳ {last.Period}", $"{Amount(indicator, last.Value)} in {last.Period}")
        : new("chưa có số liệu", "without a figure");

    private static Bilingual Who(string whose, ReportingCatalogue catalogue) => whose switch
    {
        Organisation.Everybody => ReportingGroup.Nation.Name,
        "@provinces" => new("Các địa phương", "The provinces"),
        "@ministries" => new("Các bộ, ngành", "The ministries and agencies"),
        _ => catalogue.FindOrganisation(whose) is { } known ? new(known.NameVi, known.NameEn) : new(whose, whose),
    };

    private static string Amount(Indicator indicator, double? value, bool signed = false) => string.Create(
        CultureInfo.InvariantCulture, $"{(signed && value > 0 ? "+" : string.Empty)}{value:0.##}{(indicator.Unit == "percent" ? " %" : string.Empty)}");
}

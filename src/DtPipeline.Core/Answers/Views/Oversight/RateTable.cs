using DtPipeline.Answers.Models;

namespace DtPipeline.Answers.Views.Oversight;

/// <summary>The three rates: of the newest period of each form, or of one form over its periods.</summary>
internal sealed class RateTable(ViewWriter write)
{
    private static readonly string[] Open = ["expected", "faulty", "missing"];

    public const string OnTime = "on_time";
    public const string Received = "received";
    public const string Complete = "complete";

    /// <param name="rows">Each with what its first cell says.</param>
    public ViewTable Of(string id, string title, string first, IReadOnlyList<(string Said, FormModel Form, FormPeriod Period)> rows, string empty) => new(
        id,
        "list",
        title,
        [
            new("name", first),
            new("due", write.Of("Hạn nộp", "Due"), Sort: "number"),
            new(OnTime, write.Of("đúng hạn", "on time"), Align: "end", Sort: "number"),
            new(Received, write.Of("đã nhận", "received"), Align: "end", Sort: "number"),
            new(Complete, write.Of("đầy đủ", "complete"), Align: "end", Sort: "number"),
            new("owing", write.Of("chưa có số liệu", "nothing accepted"), Align: "end", Sort: "number"),
        ],
        [.. rows.Select(r => Row(r.Said, r.Form, r.Period))])
    {
        Empty = rows.Count == 0 ? empty : null,
    };

    public IReadOnlyList<ViewNumber> Numbers(FormModel form, FormPeriod period)
    {
        var address = AddressOf(form, period);
        return
        [
            new(write.Of("đúng hạn", "on time"), write.Rate(period.OnTimeRate), write.RateChange(period.Change?.OnTimeRate, period.Change?.Period), Href: address),
            new(write.Of("đã nhận", "received"), write.Rate(period.ReportingRate), write.RateChange(period.Change?.ReportingRate, period.Change?.Period), Href: address),
            new(write.Of("đầy đủ", "complete"), write.Rate(period.Completeness), write.RateChange(period.Change?.Completeness, period.Change?.Period), Href: address),
        ];
    }

    /// <summary>Of those periods the one whose due day is nearest: what people speak of now.</summary>
    public static FormPeriod? Current(IEnumerable<FormPeriod> periods, DateOnly today) => periods.MinBy(p => Math.Abs(p.EffectiveDueDay.DayNumber - today.DayNumber));

    /// <summary>How many have nothing accepted, whatever the reason.</summary>
    public static int Owing(FormPeriod period) => Open.Sum(s => period.States.GetValueOrDefault(s));

    private static string AddressOf(FormModel form, FormPeriod period) => ViewAddress.Of("compliance", ("form", form.Form), ("period", period.Period));

    private ViewRow Row(string said, FormModel form, FormPeriod period)
    {
        var address = AddressOf(form, period);
        return new ViewRow(
            $"{form.Form}~{period.Period}",
            [
                ViewWriter.Text(said, address),
                write.DayCell(period.EffectiveDueDay),
                write.RateCell(period.OnTimeRate, address),
                write.RateCell(period.ReportingRate, address),
                write.RateCell(period.Completeness, address),
                write.Number(Owing(period), address),
            ])
        {
            Href = address,
        };
    }
}

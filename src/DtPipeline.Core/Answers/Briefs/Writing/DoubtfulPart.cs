using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Progress.Anomalies;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Values that do not look like those before them: they are in the figures all the same, and somebody was asked.</summary>
internal sealed class DoubtfulPart(FigureWriter write)
{
    public const int LongestAnswer = 120;

    private const int Most = 12;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Số liệu cần kiểm tra", "Doubtful figures"));
        var facts = write.Facts.Doubtful;
        if (facts.Values.Count == 0 && facts.Copies.Count == 0)
        {
            yield return new Paragraph(Language.Text("Không có số liệu nào khác thường so với các kỳ trước.", "No figure looks unlike those of the periods before."));
            yield break;
        }

        if (facts.Values.Count > 0)
        {
            var (sent, told) = (Answered(v => v is { By: null }), Answered(v => v is { By: not null }));
            var open = facts.Values.Where(v => v.Answer is null).ToList();
            yield return new Paragraph(Language.Say(
                $"{Count("asked", facts.Values)} số liệu khác thường so với các kỳ trước: {Count("answered", sent)} đã được cơ quan gửi xác nhận, {Count("answered_at_desk", told)} được xác nhận tại Tổ thư ký, {Count("open", open)} chưa có trả lời. Các số liệu này vẫn nằm trong số tổng hợp.",
                $"{Count("asked", facts.Values)} figures look unlike those of the periods before: {Count("answered", sent)} confirmed by their senders, {Count("answered_at_desk", told)} at the secretariat's desk, {Count("open", open)} not answered. They are in the totals all the same."));
            yield return Table([.. facts.Values.Take(Most)]);
            if (facts.Values.Count > Most)
            {
                yield return new Paragraph(Language.Text("Bảng nêu những số liệu lệch nhiều nhất.", "The table has those that are furthest off.")) { IsNote = true };
            }
        }

        foreach (var copied in facts.Copies)
        {
            yield return new Paragraph(Language.Say(
                $"{Run.Name(write.Name(copied.Organisation))}, {BriefLanguage.Short(copied.Period.Period)}: {Equal(copied)}/{Varied(copied)} số liệu trước đây vẫn thay đổi nay bằng đúng kỳ trước, có thể là tệp cũ gửi lại. Trả lời: {Answer(copied.Answer)}.",
                $"{Run.Name(write.Name(copied.Organisation))}, {BriefLanguage.Short(copied.Period.Period)}: {Equal(copied)} of {Varied(copied)} figures that used to change are exactly those of the period before; it may be the old file sent again. Answer: {Answer(copied.Answer)}."));
        }
    }

    private Table Table(IReadOnlyList<Doubtful> values) => new(
        Line.Empty,
        [
            new(Language.Text("Cơ quan", "Body"), 18),
            new(Language.Text("Chỉ tiêu, kỳ", "Indicator, period"), 32),
            new(Language.Text("Giá trị", "Value"), 13, true),
            new(Language.Text("Thường là", "Usually"), 13, true),
            new(Language.Text("Vì sao hỏi", "Why it is asked"), 20),
            new(Language.Text("Trả lời", "Answer"), 24),
        ],
        [.. values.Select(v => new Row(
        [
            Line.Of($"{Run.Name(write.Name(v.Organisation))}"),
            Line.Of($"{Run.Name(write.Name(v.Anomaly.Indicator))}, {BriefLanguage.Short(v.Anomaly.Period)}"),
            Line.Of($"{Value(v)}"),
            Line.Of($"{Expected(v)}"),
            Why(v.Anomaly),
            Answer(v.Answer),
        ]))]);

    private List<Doubtful> Answered(Func<FigureAnswer?, bool> how) => [.. write.Facts.Doubtful.Values.Where(v => how(v.Answer))];

    /// <summary>Why, by whom and when; or that nobody has said anything.</summary>
    private Line Answer(FigureAnswer? answer)
    {
        if (answer is null)
        {
            return Line.Of($"{new Run(RunKind.Warning, Language.Of("▲ chưa có", "▲ none yet"))}");
        }

        var reason = Run.Name(OneLine.Of(answer.Reason, LongestAnswer));
        var day = Language.ShortDay(VietnamTime.DayOf(answer.At));
        return answer.By is { } by
            ? Language.Say($"{reason} (Tổ thư ký: {Run.Name(by)}, {day})", $"{reason} (at the desk: {Run.Name(by)}, {day})")
            : Language.Say($"{reason} (cơ quan gửi, {day})", $"{reason} (the sender, {day})");
    }

    private Line Why(Anomaly anomaly) => anomaly switch
    {
        { PowerOfTen: > 0 } => Language.Text("lớn gấp nhiều lần, có thể nhầm đơn vị", "many times larger, perhaps another unit"),
        { PowerOfTen: < 0 } => Language.Text("nhỏ hơn nhiều lần, có thể nhầm đơn vị", "many times smaller, perhaps another unit"),
        _ when anomaly.Value > anomaly.Expected => Language.Text("cao hơn mức thường có", "above the usual range"),
        _ => Language.Text("thấp hơn mức thường có", "below the usual range"),
    };

    private Run Value(Doubtful value) => write.Number(
        Figure(value, "asked", value.Anomaly.Value, "reported"),
        Amount.Of(value.Anomaly.Value, value.Anomaly.Indicator.Unit, Language));

    private Run Expected(Doubtful value) => write.Number(
        Figure(value, "expected", Math.Round(value.Anomaly.Expected, 1), "median"),
        Amount.Of(Math.Round(value.Anomaly.Expected, 1), value.Anomaly.Indicator.Unit, Language));

    private BriefFigure Figure(Doubtful value, string what, double number, string method) => new(
        $"{GroupFacts.IdOf(value.Anomaly.Indicator.Code, value.Organisation.Code, value.Anomaly.Period)}~{what}",
        value.Anomaly.Indicator.Code,
        null,
        value.Organisation.Code,
        value.Anomaly.Period.ToString(),
        number,
        value.Anomaly.Indicator.Unit,
        null,
        null,
        method,
        [write.Facts.Sources.Of(value.Organisation.Code, value.Anomaly.Period, value.Observation)]);

    private Run Count(string what, IReadOnlyList<Doubtful> values) => write.Count(
        $"doubtful~{write.Facts.Input.Period}~{what}", values.Count, "values", [.. values.Select(v => write.Facts.Sources.Of(v.Organisation.Code, v.Anomaly.Period, v.Observation))]);

    private Run Equal(Copied copied) => write.Count($"doubtful~{copied.Organisation.Code}~{copied.Period.Period}~equal", copied.Period.Indicators.Count, "values", [write.Facts.Sources.Filing(copied.Organisation.Code, copied.Period.Period)]);

    private Run Varied(Copied copied) => write.Count($"doubtful~{copied.Organisation.Code}~{copied.Period.Period}~varied", copied.Period.Varied, "values", [write.Facts.Sources.Filing(copied.Organisation.Code, copied.Period.Period)]);
}

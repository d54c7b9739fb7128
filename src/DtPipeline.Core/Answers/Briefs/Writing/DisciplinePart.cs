using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Deadlines;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>Who has filed, by form: rates, then who owes it, who was late, and who is so every time, by name and days.</summary>
internal sealed class DisciplinePart(FigureWriter write)
{
    /// <summary>Who has filed and lacks something is named as far as a line goes; who owes a report, or was late, is named whole.</summary>
    private const int MostIncomplete = 4;

    private readonly DisciplineWords words = new(write);

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Tình hình nộp báo cáo", "Reporting discipline"));
        var forms = write.Facts.Forms;
        if (forms.Count == 0)
        {
            yield return new Paragraph(Language.Say(
                $"Không có biểu mẫu nào phải nộp cho {Language.Within(write.Facts.Input.Period)}.",
                $"No form is owed for {Language.Within(write.Facts.Input.Period)}."));
            yield break;
        }

        yield return new Table(
            Line.Empty,
            [
                new(Language.Text("Biểu, kỳ", "Form, period"), 36),
                new(Language.Text("Hạn nộp", "Due"), 13),
                new(Language.Text("Phải nộp", "Owe it"), 9, true),
                new(Language.Text("Đã nhận", "Received"), 14, true),
                new(Language.Text("Đúng hạn", "On time"), 14, true),
                new(Language.Text("Đầy đủ", "Complete"), 11, true),
                new(Language.Text("Chưa nộp", "Owing"), 9, true),
            ],
            [.. forms.Select(Row)]);
        var pictures = new DisciplinePictures(write);
        yield return new Gallery([pictures.Rates(forms), .. pictures.Map(forms) is { } map ? [map] : Array.Empty<Picture>()]);
        foreach (var form in forms)
        {
            foreach (var line in Named(form))
            {
                yield return new Paragraph(line);
            }
        }
    }

    private Row Row(FormFacts form) => new(
    [
        Line.Of($"{Run.Name(Language.Of(form.Form.NameVi, form.Form.NameEn))}, {BriefLanguage.Short(form.Period)}"),
        Line.Of($"{Language.ShortDay(form.Summary.EffectiveDueDay)}"),
        Line.Of($"{words.Owed(form)}"),
        Line.Of($"{words.Received(form)} ({words.ReceivedRate(form)})"),
        Line.Of($"{words.OnTime(form)} ({words.OnTimeRate(form)})"),
        words.Completeness(form),
        Line.Of($"{words.Count(form, "owing", form.Owing)}"),
    ]);

    private IEnumerable<Line> Named(FormFacts form)
    {
        var name = Line.Of($"{new Run(RunKind.Strong, Language.Of(form.Form.NameVi, form.Form.NameEn))}, {BriefLanguage.Short(form.Period)}");
        var parts = new List<Line>();
        if (form.Owing.Count > 0)
        {
            parts.Add(Language.Say($"chưa nộp: {Grouped(form, form.Owing, form.DaysOwed, "quá hạn", "overdue")}", $"owing: {Grouped(form, form.Owing, form.DaysOwed, "quá hạn", "overdue")}"));
        }

        if (form.Late.Count > 0)
        {
            parts.Add(Language.Say(
                $"nộp muộn {words.Count(form, "late", form.Late)}: {Grouped(form, form.Late, FormFacts.DaysLate, "muộn", "late")}",
                $"late {words.Count(form, "late", form.Late)}: {Grouped(form, form.Late, FormFacts.DaysLate, "muộn", "late")}"));
        }

        if (form.Incomplete.Count > 0)
        {
            parts.Add(Language.Say(
                $"nộp thiếu chỉ tiêu bắt buộc {words.Count(form, "incomplete", form.Incomplete)}: {SomeOf(form)}",
                $"filed without all that is required {words.Count(form, "incomplete", form.Incomplete)}: {SomeOf(form)}"));
        }

        if (form.LateEveryTime.Count > 0)
        {
            var every = write.Count($"obligations~{form.Form.Code}~{form.Period}~every_time", form.LateEveryTime.Count, "bodies", []);
            var names = Run.Name(string.Join(", ", form.LateEveryTime.Select(write.Name)));
            parts.Add(Language.Say($"muộn hoặc thiếu cả ba kỳ liên tiếp {every}: {names}", $"late or missing three periods in a row {every}: {names}"));
        }

        if (parts.Count > 0)
        {
            yield return Line.Of($"{name}: {Line.Join("; ", parts)}.");
        }
    }

    /// <summary>Who is as many days behind stands together; of everybody who owes a form no list is made.</summary>
    private Line Grouped(FormFacts form, IReadOnlyList<Obligation> obligations, Func<Obligation, int> days, string vi, string en) => Line.Join("; ", obligations
        .GroupBy(days)
        .OrderByDescending(g => g.Key)
        .Select(g => (Days: g.Key, Bodies: g.ToList()))
        .Select(g => Language.Say(
            $"{Names(form, g.Bodies)} ({vi} {words.Days(form, g.Bodies, g.Days)} ngày)",
            $"{Names(form, g.Bodies)} ({words.Days(form, g.Bodies, g.Days)} {(g.Days == 1 ? "day" : "days")} {en})")));

    private Line Names(FormFacts form, List<Obligation> obligations) => obligations.Count == form.Owed && obligations.Count > 1
        ? Language.Say($"toàn bộ {words.Owed(form)} cơ quan", $"all {words.Owed(form)} bodies")
        : Names(obligations);

    private Line SomeOf(FormFacts form)
    {
        if (form.Incomplete.Count <= MostIncomplete)
        {
            return Names(form.Incomplete);
        }

        var (named, others) = (Names([.. form.Incomplete.Take(MostIncomplete)]), words.Count(form, "incomplete_others", [.. form.Incomplete.Skip(MostIncomplete)]));
        return Language.Say($"{named} và {others} cơ quan khác", $"{named} and {others} others");
    }

    private Line Names(IReadOnlyList<Obligation> obligations) => Line.Of($"{Run.Name(string.Join(", ", obligations.Select(o => write.Name(o.Organisation))))}");
}

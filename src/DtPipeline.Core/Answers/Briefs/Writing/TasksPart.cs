using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>What the last conference decided and has become of it; what is overdue, by task and by body; what falls due next.</summary>
internal sealed class TasksPart(FigureWriter write)
{
    private const int MostBodies = 6;
    private const int MostNamed = 12;
    private const int DaysAhead = 183;

    private readonly TaskFigures figures = new(write);

    private BriefLanguage Language => write.Language;

    private DateOnly Today => write.Facts.Today;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Nhiệm vụ", "Tasks"));
        var all = write.Facts.Tasks;
        if (all.Count == 0)
        {
            yield return new Paragraph(Language.Text("Chưa có nhiệm vụ nào được giao.", "No task has been assigned."));
            yield break;
        }

        var decided = TaskFacts.LastDecided(all, Today);
        if (decided.Count > 0)
        {
            yield return Of(Language.Say($"Giao ngày {Language.Day(decided[0].Task.AssignedOn)}, kết quả đến nay", $"Assigned on {Language.Day(decided[0].Task.AssignedOn)}, and what has become of it"), decided);
        }

        var overdue = all.Where(t => t.Overdue.Count > 0).Except(decided).OrderBy(t => t.Task.LastDay).ThenBy(t => t.Task.Code, StringComparer.Ordinal).ToList();
        if (overdue.Count > 0)
        {
            yield return Of(Language.Text("Nhiệm vụ giao trước đó đang quá hạn", "Assigned before that, and overdue"), overdue);
        }

        if (Bodies() is { } bodies)
        {
            yield return bodies;
        }

        var next = all.Where(t => !t.IsDone && t.Task.LastDay >= Today && t.Task.LastDay <= Today.AddDays(DaysAhead)).Except(decided).OrderBy(t => t.Task.LastDay).ThenBy(t => t.Task.Code, StringComparer.Ordinal).ToList();
        if (next.Count > 0)
        {
            yield return Of(Language.Text("Đến hạn tiếp theo", "Due next"), next);
        }
    }

    private Table Of(Line caption, IReadOnlyList<TaskFacts> tasks) => new(
        caption,
        [
            new(Language.Text("Nhiệm vụ", "Task"), 54),
            new(Language.Text("Ai", "Who"), 12),
            new(Language.Text("Hạn", "Due"), 10),
            new(Language.Text("Xong", "Done"), 6, true),
            new(Language.Text("Tình trạng", "State"), 28),
        ],
        [.. tasks.Select(Row)]);

    private Row Row(TaskFacts task) => new(
    [
        Line.Of($"{Run.Code(task.Task.Code)} {Run.Name(Language.Of(task.Task.TitleVi, task.Task.TitleEn))}"),
        Who(task),
        task.Task.LastDay is { } day ? Line.Of($"{Language.ShortDay(day)}") : Language.Text("không có", "none"),
        task.Owners == 0 ? Language.Text("–", "–") : Line.Of($"{figures.Done(task)}/{figures.Owners(task)}"),
        State(task),
    ]);

    private Line Who(TaskFacts task) => task.Owners == 0
        ? Language.Text("chưa nêu tên", "not named")
        : Line.Of($"{Run.Name(task.Task.Group is { } group ? (group == Catalogue.Organisation.Everybody ? Language.Of("mọi cơ quan", "all bodies") : write.Bodies(group)) : string.Join(", ", task.Standings.Select(s => write.Name(s.Owner))))}");

    private Line State(TaskFacts task)
    {
        if (task.Owners == 0)
        {
            return Language.Text("chưa giao cho ai", "nobody has it yet");
        }

        if (task.IsDone)
        {
            return Line.Of($"{new Run(RunKind.Good, Language.Of("✓ xong", "✓ done"))}");
        }

        var unheard = task.IsUnheard ? Language.Text(", chưa cơ quan nào báo cáo", ", nobody has reported") : Line.Empty;
        if (task.Overdue.Count > 0)
        {
            var names = task.Overdue.Count <= MostNamed && task.Overdue.Count < task.Owners ? Line.Of($": {Run.Name(string.Join(", ", task.Overdue.Select(s => write.Name(s.Owner))))}") : Line.Empty;
            return Language.Say(
                $"{new Run(RunKind.Bad, "● quá hạn")} {figures.DaysOverdue(task)} ngày, {figures.Overdue(task)} cơ quan{unheard}{names}",
                $"{new Run(RunKind.Bad, "● overdue")} {figures.DaysOverdue(task)} days, {figures.Overdue(task)} bodies{unheard}{names}");
        }

        return Language.Say($"đang làm{unheard}", $"in hand{unheard}");
    }

    /// <summary>Who has most reports and tasks overdue.</summary>
    private Table? Bodies()
    {
        var reports = write.Facts.Forms.SelectMany(f => f.Owing.Select(o => (o.Organisation, Days: f.DaysOwed(o), Form: f))).ToLookup(o => o.Organisation, StringComparer.Ordinal);
        var tasks = write.Facts.Tasks.SelectMany(t => t.Overdue.Select(s => (Organisation: s.Owner.Code, Days: t.DaysOverdue(Today), t.Task.Code))).ToLookup(t => t.Organisation, StringComparer.Ordinal);
        var bodies = reports.Select(r => r.Key).Union(tasks.Select(t => t.Key), StringComparer.Ordinal)
            .Select(code => (Code: code, Reports: reports[code].ToList(), Tasks: tasks[code].ToList()))
            .OrderByDescending(b => b.Reports.Count)
            .ThenByDescending(b => b.Tasks.Count)
            .ThenByDescending(b => b.Reports.Select(r => r.Days).Concat(b.Tasks.Select(t => t.Days)).Max())
            .ThenBy(b => b.Code, StringComparer.Ordinal)
            .ToList();
        if (bodies.Count == 0)
        {
            return null;
        }

        var count = write.Count($"obligations~@all~{write.Facts.Input.Period}~bodies_overdue", bodies.Count, "bodies", []);
        return new Table(
            bodies.Count > MostBodies
                ? Language.Say($"Quá hạn theo cơ quan: nhiều nhất trong {count} cơ quan có báo cáo hoặc nhiệm vụ quá hạn", $"Overdue by body: the most among {count} that have a report or a task overdue")
                : Language.Say($"Quá hạn theo cơ quan: {count} cơ quan", $"Overdue by body: {count}"),
            [
                new(Language.Text("Cơ quan", "Body"), 32),
                new(Language.Text("Báo cáo", "Reports"), 9, true),
                new(Language.Text("Nhiệm vụ", "Tasks"), 9, true),
                new(Language.Text("Lâu nhất (ngày)", "Longest (days)"), 12, true),
                new(Language.Text("Gồm", "Which"), 38),
            ],
            [.. bodies.Take(MostBodies).Select(b => new Row(
            [
                Line.Of($"{Run.Name(write.Name(b.Code))}"),
                Line.Of($"{write.Count($"obligations~{b.Code}~{write.Facts.Input.Period}~owing", b.Reports.Count, "values", [.. b.Reports.Select(r => write.Facts.Sources.Filing(b.Code, r.Form.Period))])}"),
                Line.Of($"{write.Count($"task~@overdue~{b.Code}", b.Tasks.Count, "tasks", [])}"),
                Line.Of($"{write.Count($"days~@longest~{b.Code}", b.Reports.Select(r => r.Days).Concat(b.Tasks.Select(t => t.Days)).Max(), "days", [])}"),
                Line.Join(", ", [.. b.Reports.Select(r => Line.Of($"{Run.Code(r.Form.Form.Code)} {BriefLanguage.Short(r.Form.Period)}")), .. b.Tasks.Select(t => Line.Of($"{Run.Code(t.Code)}"))]),
            ]))]);
    }
}

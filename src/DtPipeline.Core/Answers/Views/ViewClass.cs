using DtPipeline.Texts;

namespace DtPipeline.Answers.Views;

/// <summary>A state that is told by colour where there is colour, by a mark everywhere, and by a word.</summary>
/// <param name="Name">As a style sheet has it.</param>
/// <param name="Mark">No two classes have the same.</param>
internal sealed record ViewClass(string Name, string Mark, Bilingual Label)
{
    public static readonly ViewClass Missing = new("missing", "○", new("chưa nộp", "missing"));
    public static readonly ViewClass Faulty = new("faulty", "✗", new("có lỗi", "faulty"));
    public static readonly ViewClass Late = new("late", "◐", new("nộp muộn", "late"));
    public static readonly ViewClass OnTime = new("on_time", "✓", new("đúng hạn", "on time"));
    public static readonly ViewClass Nil = new("nil", "–", new("không phát sinh", "nil"));
    public static readonly ViewClass Expected = new("expected", "…", new("chưa đến hạn", "expected"));
    public static readonly ViewClass Exempt = new("exempt", "/", new("miễn", "exempt"));
    public static readonly ViewClass Incomplete = new("incomplete", "½", new("thiếu chỉ tiêu", "incomplete"));

    public static readonly ViewClass Red = new("red", "●", new("đỏ", "red"));
    public static readonly ViewClass Yellow = new("yellow", "▲", new("vàng", "yellow"));
    public static readonly ViewClass Green = new("green", "◇", new("xanh", "green"));

    public static readonly ViewClass Rejected = new("rejected", "⊘", new("không lưu được", "rejected"));
    public static readonly ViewClass AcceptedWithFaults = new("accepted_with_faults", "◩", new("đã nhận, có lỗi", "accepted with faults"));
    public static readonly ViewClass Accepted = new("accepted", "☑", new("đã nhận", "accepted"));
    public static readonly ViewClass Duplicate = new("duplicate", "≡", new("trùng lặp", "duplicate"));
    public static readonly ViewClass Evidence = new("evidence", "§", new("văn bản ký", "signed paper"));

    public static readonly ViewClass Error = new("error", "‼", new("lỗi, không lưu", "error, not stored"));
    public static readonly ViewClass Warning = new("warning", "!", new("cảnh báo, đã lưu", "warning, stored"));
    public static readonly ViewClass Info = new("info", "i", new("thông tin", "information"));

    public static readonly ViewClass Missed = new("missed", "☆", new("không đạt", "missed"));
    public static readonly ViewClass OffTrack = new("off_track", "↘", new("chậm", "off track"));
    public static readonly ViewClass AtRisk = new("at_risk", "→", new("có nguy cơ", "at risk"));
    public static readonly ViewClass OnTrack = new("on_track", "↗", new("đúng tiến độ", "on track"));
    public static readonly ViewClass Met = new("met", "★", new("đạt", "met"));
    public static readonly ViewClass Uncertain = new("uncertain", "?", new("chưa chắc", "uncertain"));

    public static readonly ViewClass NoFigure = new("no_figure", "∅", new("thiếu số liệu", "no figure"));
    public static readonly ViewClass NotComparable = new("not_comparable", "≠", new("không so sánh được", "not comparable"));
    public static readonly ViewClass Break = new("break", "∥", new("gián đoạn chuỗi", "break in the series"));
    public static readonly ViewClass Estimated = new("estimated", "[e]", new("ước tính", "estimated"));
    public static readonly ViewClass Revised = new("revised", "[r]", new("đã sửa", "revised"));
    public static readonly ViewClass Restated = new("restated", "Σ", new("tính lại theo địa giới mới", "restated"));

    public static readonly ViewClass Overdue = new("overdue", "▼", new("quá hạn", "overdue"));
    public static readonly ViewClass DueSoon = new("due_soon", "◔", new("sắp đến hạn", "due soon"));
    public static readonly ViewClass InProgress = new("in_progress", "◧", new("đang thực hiện", "in progress"));
    public static readonly ViewClass Assigned = new("assigned", "□", new("đã giao", "assigned"));
    public static readonly ViewClass Done = new("done", "■", new("hoàn thành", "done"));
    public static readonly ViewClass DoneLate = new("done_late", "◨", new("hoàn thành muộn", "done late"));

    /// <summary>In the order in which a legend has them: what needs somebody first.</summary>
    public static readonly IReadOnlyList<ViewClass> All =
    [
        Red, Yellow, Green, Missing, Faulty, Incomplete, Late, OnTime, Nil, Expected, Exempt, Rejected, AcceptedWithFaults, Accepted, Duplicate, Evidence, Error, Warning, Info,
        Missed, OffTrack, AtRisk, OnTrack, Met, Uncertain, NoFigure, NotComparable, Break, Estimated, Revised, Restated, Overdue, DueSoon, InProgress, Assigned, Done, DoneLate,
    ];

    private static readonly Dictionary<string, ViewClass> ByName = All.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <returns>Null for a name that is no class.</returns>
    public static ViewClass? Named(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}

using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>
/// What has changed of all that the last brief said: sentences that would be said otherwise today first, then corrections of what was wrong, then
/// new data, each from what to what, by whom, in which file and why.
/// </summary>
internal sealed class RevisionsPart(FigureWriter write, FigureBook book)
{
    /// <summary>Of what a sender says in a note.</summary>
    public const int LongestReason = 160;

    private const int Most = 25;

    private BriefLanguage Language => write.Language;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(2, Language.Text("Đính chính và bổ sung", "Corrections and revisions"));
        if (write.Facts.Input.Last is not { } last)
        {
            yield return new Paragraph(Language.Text("Chưa có bản tóm tắt trước để so sánh.", "There is no earlier brief to compare with."));
            yield break;
        }

        var all = write.Facts.Revisions;
        yield return new Paragraph(Language.Say(
            $"So với bản tóm tắt {Language.Within(last.Period)}, số liệu tính đến {Language.Moment(last.AsOf)}: {Count("corrected", [.. all.Where(r => r.IsCorrection)])} giá trị đính chính, {Count("revised", [.. all.Where(r => !r.IsCorrection && !r.IsAddition)])} giá trị cập nhật, {Count("added", [.. all.Where(r => r.IsAddition)])} giá trị bổ sung.",
            $"Compared with the brief of {Language.Within(last.Period)}, with figures as of {Language.Moment(last.AsOf)}: values corrected: {Count("corrected", [.. all.Where(r => r.IsCorrection)])}; replaced by new data: {Count("revised", [.. all.Where(r => !r.IsCorrection && !r.IsAddition)])}; added: {Count("added", [.. all.Where(r => r.IsAddition)])}."));
        var substantial = new Substantial(write, book, last).All().ToList();
        if (substantial.Count > 0)
        {
            yield return new Heading(3, Language.Text("Thay đổi quan trọng: đổi câu đã nói, hạng hoặc tình trạng", "Substantial: what was said, a rank or a status is another now"));
            yield return new Bullets([.. substantial]);
        }

        foreach (var block in Listed(Language.Text("Đính chính: số liệu cũ sai", "Corrections: what was wrong"), "corrected", [.. all.Where(r => r.IsCorrection)])
            .Concat(Listed(Language.Text("Cập nhật: số liệu mới thay số liệu cũ", "Revisions: new data"), "revised", [.. all.Where(r => !r.IsCorrection && !r.IsAddition)])))
        {
            yield return block;
        }

        foreach (var confirmed in write.Facts.Input.Confirmed.Where(c => c.At > last.AsOf && c.At <= write.Facts.Input.AsOf).OrderBy(c => c.At))
        {
            var judged = write.Count($"catalogue~{confirmed.Hash}~judged", confirmed.Diff.Judged.Count, "obligations", []);
            yield return new Paragraph(Language.Say(
                $"Đính chính theo danh mục {Run.Code(confirmed.Hash)}, do {Run.Name(confirmed.By)} xác nhận {Language.Moment(confirmed.At)}: {judged} nghĩa vụ báo cáo đã đến hạn được xét lại.",
                $"Corrected by the catalogue {Run.Code(confirmed.Hash)}, which {Run.Name(confirmed.By)} confirmed {Language.Moment(confirmed.At)}. Obligations that were due already and are judged anew: {judged}."));
        }

        if (Additions([.. all.Where(r => r.IsAddition)]) is { IsEmpty: false } additions)
        {
            yield return new Paragraph(additions);
        }
    }

    private Run Count(string what, IReadOnlyList<Revision> revisions) => write.Count(
        $"revisions~{write.Facts.Input.Period}~{what}", revisions.Count, "values", [.. revisions.Select(r => write.Facts.Sources.Of(r.Organisation.Code, r.Period, r.After))]);

    private IEnumerable<Block> Listed(Line caption, string what, IReadOnlyList<Revision> revisions)
    {
        if (revisions.Count > 0)
        {
            yield return Table(caption, revisions);
        }

        if (revisions.Count > Most)
        {
            yield return new Paragraph(Language.Say(
                $"Bảng chỉ nêu những giá trị đầu; tất cả {Count(what, revisions)} giá trị ở địa chỉ của con số này.",
                $"The table has the first of them; all {Count(what, revisions)} are where this number leads."))
            { IsNote = true };
        }
    }

    private Table Table(Line caption, IReadOnlyList<Revision> revisions) => new(
        caption,
        [
            new(Language.Text("Cơ quan", "By whom"), 17),
            new(Language.Text("Chỉ tiêu, kỳ", "Indicator, period"), 29),
            new(Language.Text("Từ", "From"), 10, true),
            new(Language.Text("Thành", "To"), 10, true),
            new(Language.Text("Ngày, tệp, ô", "Day, file, cell"), 20),
            new(Language.Text("Lý do", "Reason"), 16),
        ],
        [.. revisions.Take(Most).Select(Row)]);

    private Row Row(Revision revision)
    {
        var source = write.Facts.Sources.Of(revision.Organisation.Code, revision.Period, revision.After);
        var file = source.Path is { } path ? path[(path.LastIndexOf('/') + 1)..] : revision.After.FileId;
        return new Row(
        [
            Line.Of($"{(IsSubstantial(revision) ? Line.Of($"{new Run(RunKind.Warning, "▲")} ") : Line.Empty)}{Run.Name(write.Name(revision.Organisation))}"),
            Line.Of($"{Run.Name(write.Name(revision.Indicator))}, {BriefLanguage.Short(revision.Period)}"),
            revision.Before is { } before ? Value(revision, before, "before") : Language.Text("không có", "nothing"),
            Value(revision, revision.After, "after"),
            Line.Of($"{Language.ShortDay(VietnamTime.DayOf(revision.After.UploadedAt))} {Run.Code(file)}{(source.Cell is { } cell ? Line.Of($" {Run.Code(cell)}") : Line.Empty)}"),
            revision.IsReadAgain ? Language.Text("tệp được đọc lại", "the file was read again") : revision.After.Note is { Length: > 0 } note ? Line.Of($"{Run.Name(Texts.OneLine.Of(note, LongestReason))}") : Language.Text("không nêu", "none given"),
        ]);
    }

    /// <summary>It changes a rank or a status; what it does to sentences is told above the table.</summary>
    private bool IsSubstantial(Revision revision) => write.Facts.Shifts.Any(s =>
        s.Indicator == revision.Indicator && (s.IsOfGroup ? revision.Organisation.IsIn(s.Whose) : s.Whose == revision.Organisation.Code && (s.RankWas is null || s.Period == revision.Period)));

    private Line Value(Revision revision, Observation observation, string which)
    {
        if (observation.Value is not { } value)
        {
            return observation.IsAnswer ? Language.Text("không phát sinh", "nil") : Language.Text("rút lại", "withdrawn");
        }

        var id = $"{GroupFacts.IdOf(revision.Indicator.Code, revision.Organisation.Code, revision.Period)}~{which}";
        var text = revision.Indicator.Kind == IndicatorKind.Flag ? Language.Of(value == 1 ? "có" : "chưa", value == 1 ? "yes" : "no") : Amount.Of(value, revision.Indicator.Unit, Language);
        return Line.Of($"{write.Number(new BriefFigure(id, revision.Indicator.Code, null, revision.Organisation.Code, revision.Period.ToString(), value, revision.Indicator.Unit, 1, 1, "reported", [write.Facts.Sources.Of(revision.Organisation.Code, revision.Period, observation)]), text)}");
    }

    private Line Additions(IReadOnlyList<Revision> additions) => additions.Count == 0 ? Line.Empty : Language.Say(
        $"Bổ sung sau bản trước: {Line.Join("; ", additions.GroupBy(a => a.Organisation).Take(Most).Select(Addition))}.",
        $"Added since: {Line.Join("; ", additions.GroupBy(a => a.Organisation).Take(Most).Select(Addition))}.");

    private Line Addition(IGrouping<Organisation, Revision> of)
    {
        var periods = Line.Join(", ", of.Select(a => a.Period).Distinct().OrderBy(p => p.FirstDay).Select(p => Line.Of($"{BriefLanguage.Short(p)}")));
        var count = write.Count(
            $"revisions~{write.Facts.Input.Period}~added~{of.Key.Code}", of.Count(), "values", [.. of.Select(r => write.Facts.Sources.Of(r.Organisation.Code, r.Period, r.After))]);
        return Line.Of($"{Run.Name(write.Name(of.Key))} {count} ({periods})");
    }
}

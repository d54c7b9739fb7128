using DtPipeline.Answers.Briefs.Documents;
using DtPipeline.Answers.Briefs.Figures;

namespace DtPipeline.Answers.Briefs.Writing;

/// <summary>What the brief is, of which period and moment, and what it is made of.</summary>
internal sealed class HeadingPart(FigureWriter write)
{
    private BriefLanguage Language => write.Language;

    private BriefFacts Facts => write.Facts;

    public string Title => Language.Say(
        $"Bản tóm tắt chuyển đổi số phục vụ hội nghị, {Language.Within(Facts.Input.Period)}",
        $"Digital transformation: brief for the conference, {Language.Within(Facts.Input.Period)}").ToString();

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(1, Language.Say(
            $"Bản tóm tắt chuyển đổi số phục vụ hội nghị, {Language.Within(Facts.Input.Period)}",
            $"Digital transformation: brief for the conference, {Language.Within(Facts.Input.Period)}"));
        var files = Facts.Files.ToList();
        var senders = files.Select(f => f.Organisation).Distinct(StringComparer.Ordinal).ToList();
        var periods = Line.Join(", ", Facts.Periods.Select(p => Line.Of($"{BriefLanguage.Short(p)}")));
        yield return new Paragraph(Language.Say(
            $"Số liệu tính đến {Language.Moment(Facts.Input.AsOf)} (giờ Việt Nam), lập từ {FileCount(files)} tệp báo cáo của {SenderCount(files, senders)} cơ quan cho các kỳ {periods}. {Closed()}",
            $"Figures as of {Language.Moment(Facts.Input.AsOf)} (Vietnam time), made from {FileCount(files)} report files of {SenderCount(files, senders)} bodies for the periods {periods}. {Closed()}"));
    }

    private Line Closed() => Facts.Input.Closings.Count == 0
        ? Language.Text("Số liệu chưa chốt.", "The figures are not closed.")
        : Line.Join(" ", Facts.Input.Closings.Select(c => Language.Say(
            $"Đã chốt {Run.Code(c.Form)} {BriefLanguage.Short(c.Period)}: {Run.Name(c.By)}, {Language.Moment(c.At)}.",
            $"{Run.Code(c.Form)} {BriefLanguage.Short(c.Period)} closed by {Run.Name(c.By)}, {Language.Moment(c.At)}.")));

    private Run FileCount(List<BriefFile> files) => write.Count($"files~{Facts.Input.Period}~count", files.Count, "files", [.. files.Select(f => Source(f)).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    private Run SenderCount(List<BriefFile> files, List<string> senders) =>
        write.Count($"files~{Facts.Input.Period}~bodies", senders.Count, "bodies", [.. files.Select(f => Source(f)).DistinctBy(f => f.Organisation).OrderBy(f => f.Path, StringComparer.Ordinal)]);

    private static FigureSource Source(BriefFile file) => new(file.Organisation, file.Period.ToString(), null, file.FileId, file.Path, null);
}

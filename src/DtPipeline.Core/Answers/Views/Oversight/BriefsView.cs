namespace DtPipeline.Answers.Views.Oversight;

/// <summary>A brief that is published.</summary>
/// <param name="Folder"><c>{period}/{moment}</c>, as the API has it behind <c>briefs/</c>.</param>
/// <param name="IsSuperseded">A later one of its period has taken its place.</param>
public sealed record ListedBrief(string Period, DateTimeOffset AsOf, string Folder, bool IsSuperseded);

/// <summary>The papers of the conferences: the newest, and the earlier ones.</summary>
public static class BriefsView
{
    private static readonly string[] Formats = ["html", "docx", "md"];

    /// <param name="briefs">The newest first.</param>
    public static ViewModel Of(ViewQuestion ask, IReadOnlyList<ListedBrief> briefs)
    {
        var write = new ViewWriter(ask);
        var table = new ViewTable(
            "briefs",
            "list",
            write.Of("Các bản tóm tắt", "Briefs"),
            [
                new("period", write.Of("Kỳ", "Period")),
                new("asOf", write.Of("Theo số liệu lúc", "As of"), Sort: "number"),
                new("standing", write.Of("Hiệu lực", "Standing")),
                .. Formats.Select(f => new ViewColumn(f, f.ToUpperInvariant(), Sort: "none")),
            ],
            [.. briefs.Select(b => Row(write, b))])
        {
            Empty = briefs.Count > 0 ? null : write.Of("Chưa có bản tóm tắt nào. Bản đầu tiên được viết khi mọi báo cáo của quý gần nhất đã đến hạn, hoặc bằng lệnh dtp brief.", "No brief is written yet. The first one is when all reports of the newest quarter were due, or by dtp brief."),
        };
        return write.Whole(new ViewModel("briefs", ask.Said.Code, write.Of("Bản tóm tắt", "Briefs"), ViewAddress.Of("briefs"))
        {
            Subtitle = briefs is [var newest, ..] ? $"{write.Of("Mới nhất", "Newest")}: {write.Heading(newest.Period)}, {write.Moment(newest.AsOf)}" : null,
            Tables = [table],
            Links = briefs is [var first, ..] ? [new ViewLink(write.Of("Mở bản mới nhất", "Open the newest"), DocumentOf(write, first, "html"))] : [],
        });
    }

    private static string DocumentOf(ViewWriter write, ListedBrief brief, string format) => ViewAddress.Served($"briefs/{brief.Folder}/brief.{write.Said.Code}.{format}");

    private static ViewRow Row(ViewWriter write, ListedBrief brief) => new(
        brief.Folder,
        [
            ViewWriter.Text(write.Heading(brief.Period), DocumentOf(write, brief, "html")),
            write.MomentCell(brief.AsOf),
            ViewWriter.Text(brief.IsSuperseded ? write.Of("đã có bản mới hơn", "superseded") : write.Of("bản hiện hành", "newest of its period")),
            .. Formats.Select(f => ViewWriter.Text($"brief.{write.Said.Code}.{f}", DocumentOf(write, brief, f))),
        ])
    {
        Href = DocumentOf(write, brief, "html"),
    };
}

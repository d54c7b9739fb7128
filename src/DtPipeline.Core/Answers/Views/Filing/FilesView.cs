namespace DtPipeline.Answers.Views.Filing;

/// <summary>Every file that came, the newest first.</summary>
public static class FilesView
{
    private static readonly ViewClass[] Statuses = [ViewClass.Rejected, ViewClass.AcceptedWithFaults, ViewClass.Accepted, ViewClass.Duplicate, ViewClass.Evidence];

    /// <summary>Rows of a page; behind them is another one.</summary>
    public const int PageSize = 200;

    /// <param name="files">The newest first: of one organisation's period where both are asked for, else those that came lately.</param>
    /// <param name="isLately">They are the newest of all.</param>
    public static ViewModel Of(ViewQuestion ask, IReadOnlyList<ListedFile> files, bool isLately)
    {
        var write = new ViewWriter(ask);
        var (organisation, period, status) = (ask.Of("organisation"), ask.Of("period"), ask.Of("status"));
        var seen = files.Where(f => ask.SeesFileOf(f.Organisation)).ToList();
        var shown = seen.Where(f => (organisation is null || f.Organisation == organisation) && (period is null || f.Period == period) && (status is null || f.Status == status)).ToList();
        var start = ask.Of("after") is { } after ? shown.FindIndex(f => f.FileId == after) + 1 : 0;
        var page = shown.Skip(start).Take(PageSize).ToList();
        string AddressOf(string? from) => ViewAddress.Of("files", ("organisation", organisation), ("period", period), ("status", status), ("after", from));
        var table = new FileTable(write).Of("files", write.Of("Tệp đã nhận, mới nhất trước", "Files received, the newest first"), page, Empty(write, seen.Count));
        return write.Whole(new ViewModel("files", ask.Said.Code, write.Of("Tệp", "Files"), AddressOf(ask.Of("after")))
        {
            Subtitle = (organisation, period) switch
            {
                (null, null) => null,
                _ => string.Join(", ", new[] { organisation is null ? null : write.Organisation(organisation), period is null ? null : write.Heading(period) }.OfType<string>()),
            },
            Numbers = [.. Statuses.Take(3).Select(s => new ViewNumber(write.Of(s.Label), write.Count(seen.Count(f => f.Status == s.Name)), null, s.Name, s.Mark, ViewAddress.Of("files", ("organisation", organisation), ("period", period), ("status", s.Name))))],
            Filters =
            [
                ViewWriter.Choice("organisation", write.Of("Cơ quan", "Body"), organisation, write.Of("tất cả", "all"), Options(seen.Select(f => f.Organisation), organisation, write.Organisation)),
                ViewWriter.Choice("period", write.Of("Kỳ", "Period"), period, write.Of("tất cả", "all"), Options(seen.Select(f => f.Period), period, p => p)),
                ViewWriter.Choice("status", write.Of("Kết quả", "Outcome"), status, write.Of("tất cả", "all"), Statuses.Select(s => new FilterOption(s.Name, write.Of(s.Label)))),
            ],
            Tables = [table with { Next = start + page.Count < shown.Count ? AddressOf(page[^1].FileId) : null }],
            Notes = isLately ? [write.Of("Danh sách này có tối đa 200 tệp mới nhận nhất; chọn cả cơ quan và kỳ để xem mọi tệp của kỳ đó.", "This list has at most the 200 newest files; choose a body and a period to see every file of it.")] : [],
        });
    }

    private static IEnumerable<FilterOption> Options(IEnumerable<string?> there, string? chosen, Func<string, string> name) =>
        there.Append(chosen).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(o => new FilterOption(o, name(o)));

    private static string Empty(ViewWriter write, int all) => all > 0
        ? write.Of("Không có tệp nào khớp với bộ lọc.", "No file fits the filters.")
        : write.Of("Chưa nhận tệp nào. Nộp báo cáo, hoặc đặt tệp vào thư mục {cơ quan}/{kỳ}, để tệp hiện ở đây.", "No file has come yet. Submit a report, or put a file into {organisation}/{period}, and it will stand here.");
}

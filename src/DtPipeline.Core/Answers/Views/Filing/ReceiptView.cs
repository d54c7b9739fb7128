using System.Globalization;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Excerpts;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Progress;

namespace DtPipeline.Answers.Views.Filing;

/// <summary>One file: what became of it, what it changed, what is wrong with it, and its cells at fault where they stand in the sheet.</summary>
public static class ReceiptView
{
    private const int MostFaults = 500;
    private const int MostSheets = 20;

    // Of a sheet.
    private const int MostLines = 200;

    /// <param name="receipt">Null where the path has none.</param>
    /// <param name="changes">What the figures of the period say otherwise since this file than before it.</param>
    /// <param name="rows">Of the file's sheets, round the places at fault, in their order.</param>
    public static ViewModel Of(ViewQuestion ask, string path, Receipt? receipt, IReadOnlyList<ValueRevision> changes, IEnumerable<ExcerptRow> rows)
    {
        var write = new ViewWriter(ask);
        var view = new ViewModel("files/receipt", ask.Said.Code, path[(path.LastIndexOf('/') + 1)..], ViewAddress.Receipt(path));
        if (receipt is null)
        {
            return write.Whole(view with { Empty = write.Of("Tệp này chưa có biên nhận: tệp chưa đến, hoặc đang được đọc. Biên nhận thường có sau vài giây.", "This file has no receipt: it has not come, or is being read. A receipt is there within seconds as a rule.") });
        }

        var status = FileTable.StatusOf(receipt.Status);
        return write.Whole(view with
        {
            Subtitle = write.Of(receipt.Message),
            AsOf = $"{write.Of("Đọc lúc", "Read at")} {write.Moment(receipt.ProcessedAt)}",
            Numbers = Numbers(write, receipt, status),
            Tables =
            [
                Faults(write, receipt),
                .. rows.GroupBy(r => r.Sheet, StringComparer.Ordinal).Take(MostSheets).Select((g, i) => Sheet(write, receipt, g.Key, [.. g.Take(MostLines + 1)], i)),
                Changes(write, changes),
            ],
            Links =
            [
                new ViewLink(write.Of("Biên nhận để in", "Receipt to print"), ViewAddress.Served($"receipts/{path}.html")),
                .. IsAnnotated(receipt) ? new[] { new ViewLink(write.Of("Tệp Excel đã đánh dấu chỗ cần sửa", "The workbook with its faults marked"), ViewAddress.Served($"receipts/{path}.annotated.xlsx")) } : [],
                .. receipt is { Organisation: { } organisation, Period: { } period }
                    ? new[]
                    {
                        new ViewLink(write.Of("Sửa và gửi lại", "Mend and send again"), ViewAddress.Of("submit", ("organisation", organisation), ("period", period))),
                        new ViewLink(write.Of("Các tệp của kỳ", "Files of the period"), ViewAddress.Of("files", ("organisation", organisation), ("period", period))),
                    }
                    : [],
            ],
        });
    }

    /// <summary>As the copy of a workbook is written: where there is anything to look at.</summary>
    private static bool IsAnnotated(Receipt receipt) =>
        receipt.Faults.Any(f => f.Severity != "info") && (receipt.Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || receipt.Path.EndsWith(".xls", StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<ViewNumber> Numbers(ViewWriter write, Receipt receipt, ViewClass status) =>
    [
        new(write.Of("kết quả", "outcome"), write.Of(status.Label), null, status.Name, status.Mark),
        new(write.Of("giá trị mới", "new values"), write.Count(receipt.Counts.Accepted)),
        new(write.Of("giá trị thay số cũ", "values revised"), write.Count(receipt.Counts.Revised)),
        new(write.Of("không đổi", "unchanged"), write.Count(receipt.Counts.Unchanged)),
        new(write.Of("dòng có lỗi, không lưu", "rows with errors, not stored"), write.Count(receipt.Counts.Faulty)),
    ];

    private static ViewTable Faults(ViewWriter write, Receipt receipt)
    {
        var ordered = receipt.Faults.OrderBy(f => f.Severity switch { "error" => 0, "warning" => 1, _ => 2 }).ToList();
        return new ViewTable(
            "faults",
            "list",
            ordered.Count > MostFaults ? write.Of($"{MostFaults} lỗi và cảnh báo đầu trong {ordered.Count}", $"The first {MostFaults} faults of {ordered.Count}") : write.Of("Lỗi và cảnh báo", "Faults"),
            [
                new("severity", write.Of("Mức", "Severity"), Sort: "number"),
                new("sheet", write.Of("Trang", "Sheet")),
                new("cell", write.Of("Ô, dòng", "Cell, row"), Sort: "number"),
                new("column", write.Of("Cột", "Column")),
                new("found", write.Of("Đã ghi", "Found")),
                new("message", write.Of("Giải thích", "Explanation")),
                new("remedy", write.Of("Cách sửa", "What to do")),
            ],
            [.. ordered.Take(MostFaults).Select((f, i) => new ViewRow(
                string.Create(CultureInfo.InvariantCulture, $"{i + 1}"),
                [
                    write.State(ClassOf(f.Severity)),
                    ViewWriter.Text(f.Sheet),
                    f.Row is { } row ? new ViewCell(f.Cell ?? string.Create(CultureInfo.InvariantCulture, $"{row}")) { Value = row } : ViewWriter.Text(write.Of("cả tệp", "whole file")),
                    ViewWriter.Text(f.Column),
                    ViewWriter.Text(f.Found),
                    ViewWriter.Text(write.Of(f.Message)),
                    ViewWriter.Text(FaultKinds.Find(f.Code)?.Remedy is { } remedy ? write.Of(remedy) : string.Empty),
                ]))])
        {
            Empty = ordered.Count == 0 ? write.Of("Không có lỗi nào. Không cần làm gì thêm.", "No fault. Nothing more needs to be done.") : null,
        };
    }

    private static ViewClass ClassOf(string severity) => ViewClass.Named(severity) ?? ViewClass.Info;

    private static ViewTable Sheet(ViewWriter write, Receipt receipt, string? name, List<ExcerptRow> rows, int index)
    {
        var shown = rows.Take(MostLines).ToList();
        var width = shown.Max(r => r.Cells.Count);
        return new ViewTable(
            string.Create(CultureInfo.InvariantCulture, $"sheet-{index + 1}"),
            "sheet",
            name is null ? write.Of("Trong tệp", "In the file") : $"{write.Of("Trang tính", "Sheet")} {name}",
            [
                new("row", write.Of("Dòng", "Row"), Align: "end", Sort: "none"),
                .. Enumerable.Range(1, width).Select(c => new ViewColumn(CellAddress.Letters(c), CellAddress.Letters(c), Sort: "none")),
            ],
            [.. shown.Select(r => Line(write, receipt, r, width))])
        {
            Empty = rows.Count > shown.Count || shown.Exists(r => r.More > 0)
                ? write.Of("Trang lớn: chỉ hiện các dòng và cột đầu quanh chỗ có lỗi.", "A large sheet: the first rows and columns round its faults are shown.")
                : null,
        };
    }

    private static ViewRow Line(ViewWriter write, Receipt receipt, ExcerptRow row, int width)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{row.Row}");
        return new ViewRow(
            number,
            [
                Marked(write, number, row.Faults.Select(f => receipt.Faults[f])),
                .. Enumerable.Range(0, width).Select(c => c < row.Cells.Count ? Marked(write, row.Cells[c].Text, (row.Cells[c].Faults ?? []).Select(f => receipt.Faults[f])) : new ViewCell(string.Empty)),
            ]);
    }

    /// <summary>A cell as it stands in the sheet; where it is at fault with the mark behind it and the words in its title.</summary>
    private static ViewCell Marked(ViewWriter write, string text, IEnumerable<ReceiptFault> faults)
    {
        var all = faults.ToList();
        if (all.Count == 0)
        {
            return new ViewCell(text);
        }

        var worst = all.Select(f => ClassOf(f.Severity)).MinBy(c => ViewClass.All.Index().First(x => x.Item == c).Index)!;
        return new ViewCell($"{text} {worst.Mark}".TrimStart()) { Class = worst.Name, Mark = worst.Mark, Title = string.Join(" ", all.Select(f => write.Of(f.Message))) };
    }

    private static ViewTable Changes(ViewWriter write, IReadOnlyList<ValueRevision> changes) => new(
        "changes",
        "list",
        write.Of("Tệp này đã thay đổi số liệu nào", "What this file changed"),
        [
            new("indicator", write.Of("Chỉ tiêu", "Indicator")),
            new("was", write.Of("Trước", "Before"), Align: "end", Sort: "number"),
            new("now", write.Of("Sau", "After"), Align: "end", Sort: "number"),
            new("place", write.Of("Ô, dòng", "Cell, row")),
            new("note", write.Of("Ghi chú", "Note")),
        ],
        [.. changes.Select(c => Change(write, c))])
    {
        Empty = changes.Count == 0 ? write.Of("Tệp này không làm thay đổi số liệu nào.", "This file changed no figure.") : null,
    };

    private static ViewRow Change(ViewWriter write, ValueRevision change)
    {
        var address = ViewAddress.Observation(change.Indicator.Code, change.Organisation.Code, change.Period.ToString());
        var now = FigureCell.Of(write, change.Now, change.Indicator.Unit, address);
        return new ViewRow(
            change.Indicator.Code,
            [
                ViewWriter.Text($"{change.Indicator.Code} {write.Of(change.Indicator.NameVi, change.Indicator.NameEn)}", address),
                change.Was is { } was ? FigureCell.Of(write, was, change.Indicator.Unit, null) : write.State(ViewClass.NoFigure),
                change.Was is { IsAnswer: true } && now.Class is null ? FigureCell.With(now, ViewClass.Revised) : now,
                ViewWriter.Text(FigureCell.Place(change.Now.Place)),
                ViewWriter.Text(change.Now.Note),
            ])
        {
            Href = address,
        };
    }
}

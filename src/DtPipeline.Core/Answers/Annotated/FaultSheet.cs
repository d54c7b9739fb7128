using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>The list of all faults as a last sheet, to be printed and ticked off.</summary>
internal sealed class FaultSheet(WorkbookPart workbook, StyleBook styles, HelpAddress? help)
{
    private const int HeaderRow = 4;
    private const double FontSize = 11;

    private const string WhatToDo =
        "Hãy sửa các ô được tô màu rồi gửi lại tệp; hệ thống không đọc trang này. – Correct the coloured cells and send the file again; this sheet is not read.";

    private static readonly string[] Headers =
        ["Trang\nSheet", "Dòng\nRow", "Cột\nColumn", "Ô\nCell", "Mức\nSeverity", "Mã\nCode", "Tìm thấy\nFound", "Cần có\nExpected", "Nội dung (vi)", "Message (en)"];

    private static readonly double[] Widths = [15, 7, 15, 9, 12, 20, 20, 20, 42, 42];

    private readonly uint title = new CellLook { Size = 14, Bold = true }.In(styles);
    private readonly uint note = new CellLook { Size = FontSize, Italic = true }.In(styles);
    private readonly uint header = new CellLook { Size = FontSize, Bold = true, Border = true, Wrap = true, Fill = "FFDDE5EE", Horizontal = HorizontalAlignmentValues.Center }.In(styles);
    private readonly uint text = Body.In(styles);
    private readonly uint quoted = (Body with { Quoted = true }).In(styles);
    private readonly uint number = (Body with { Horizontal = HorizontalAlignmentValues.Center }).In(styles);
    private readonly uint link = (Body with { Link = true, Horizontal = HorizontalAlignmentValues.Center }).In(styles);
    private readonly uint address = (Body with { Link = true }).In(styles);
    private readonly Dictionary<Severity, uint> severities = Enum.GetValues<Severity>().ToDictionary(s => s, s => (Body with { Bold = true, Fill = ColourOf(s) }).In(styles));

    private readonly List<Hyperlink> links = [];
    private readonly Dictionary<string, string> explained = new(StringComparer.Ordinal);

    private static CellLook Body => new() { Size = FontSize, Border = true, Wrap = true, Vertical = VerticalAlignmentValues.Top };

    /// <param name="left">How many faults more there are than fit in the list.</param>
    public void Write(IReadOnlyList<Fault> faults, int left)
    {
        var part = Part();
        Explain(part, faults);
        var last = HeaderRow + faults.Count;
        using var sheet = new NewSheet(
            part, NewSheet.FitToPage(), NewSheet.FrozenUnder(HeaderRow, selected: false), NewSheet.Widths(Widths));
        sheet.Row(1, [NewSheet.Text(new(1, 1), "DANH SÁCH LỖI CỦA TỆP BÁO CÁO – FAULTS OF THE REPORT FILE", title)], 24);
        sheet.Row(2, [NewSheet.Text(new(2, 1), Counts(faults, left), note)]);
        sheet.Row(3, [NewSheet.Text(new(3, 1), WhatToDo, note)]);
        sheet.Row(HeaderRow, Headers.Select((h, i) => NewSheet.Text(new(HeaderRow, i + 1), h, header)), 34);

        var sheets = Sheets.Select(s => s.Name?.Value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, fault) in faults.Index())
        {
            var row = HeaderRow + index + 1;
            var cells = Cells(fault, row, sheets).ToList();
            sheet.Row(row, cells, RowHeight.Of(cells, Widths, FontSize));
        }

        var filter = new AutoFilter { Reference = $"A{HeaderRow}:{CellAddress.Letters(Headers.Length)}{last}" };
        sheet.Finish([filter, .. links.Count > 0 ? [new Hyperlinks(links)] : Array.Empty<OpenXmlElement>(), .. NewSheet.Print(OrientationValues.Landscape)]);
    }

    private IEnumerable<Sheet> Sheets => workbook.Workbook!.Sheets!.Elements<Sheet>();

    private static string ColourOf(Severity severity) => severity switch
    {
        Severity.Error => "FFF5C6BF",
        Severity.Warning => "FFFAEEAA",
        _ => "FFDCEAF8",
    };

    private static string Counts(IReadOnlyList<Fault> faults, int left)
    {
        var counts = Enum.GetValues<Severity>().Select(s => (Words: SeverityWords.Of(s), Count: faults.Count(f => f.Severity == s))).ToList();
        var said = faults.Count == 0 ? "Không có lỗi. – No faults." : string.Join("; ", counts.Select(c => $"{c.Words.Vi} – {c.Words.En}: {c.Count.ToString(CultureInfo.InvariantCulture)}"));
        return left == 0 ? said : string.Create(CultureInfo.InvariantCulture, $"{said}. Còn {left} mục không được liệt kê. – {left} more are not listed.");
    }

    private IEnumerable<Cell> Cells(Fault fault, int row, HashSet<string> sheets)
    {
        var (place, column) = (fault.Place, 0);
        CellAddress Next() => new(row, ++column);
        Cell Say(string? what) => NewSheet.Text(Next(), what ?? string.Empty, StyleOf(what ?? string.Empty));

        yield return Say(place.Sheet);
        yield return place.Row is { } at ? NewSheet.Number(Next(), at, number) : NewSheet.Blank(Next(), number);
        yield return Say(place.Column);
        yield return Link(Next(), place, sheets);
        yield return NewSheet.Text(Next(), $"{SeverityWords.Of(fault.Severity).Vi}\n{SeverityWords.Of(fault.Severity).En}", severities[fault.Severity]);
        yield return Explained(Next(), fault.Code);
        yield return Say(fault.Found);
        yield return Say(fault.Expected);
        yield return Say(fault.Message.Vi);
        yield return Say(fault.Message.En);
    }

    /// <summary>Each kind is explained at one address, however often it stands in the list.</summary>
    private void Explain(WorksheetPart part, IReadOnlyList<Fault> faults)
    {
        foreach (var old in part.HyperlinkRelationships.ToList())
        {
            part.DeleteReferenceRelationship(old);
        }

        foreach (var (index, code) in faults.Select(f => f.Code).Distinct(StringComparer.Ordinal).Where(c => help is not null && FaultKinds.Find(c) is not null).Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rIdHelp{index + 1}");
            part.AddHyperlinkRelationship(help!.OfFault("vi", code), isExternal: true, id);
            explained[code] = id;
        }
    }

    private Cell Explained(CellAddress at, string code)
    {
        if (!explained.TryGetValue(code, out var id))
        {
            return NewSheet.Text(at, code, StyleOf(code));
        }

        links.Add(new Hyperlink { Reference = at.ToString(), Id = id });
        return NewSheet.Text(at, code, address);
    }

    private uint StyleOf(string what) => SheetText.LooksLikeFormula(what) ? quoted : text;

    private Cell Link(CellAddress at, Place place, HashSet<string> sheets)
    {
        var target = CellAddress.Parse(place.Cell)?.ToString() ?? (place.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{row}:{row}") : null);
        if (place.Sheet is null || target is null || !sheets.Contains(place.Sheet))
        {
            return NewSheet.Text(at, place.Cell ?? string.Empty, StyleOf(place.Cell ?? string.Empty));
        }

        links.Add(new Hyperlink { Reference = at.ToString(), Location = $"'{place.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{target}" });
        return NewSheet.Text(at, target, link);
    }

    private WorksheetPart Part()
    {
        if (Sheets.FirstOrDefault(AnnotatedWorkbook.IsFaultSheet) is not { } sheet)
        {
            var added = workbook.AddNewPart<WorksheetPart>(RelationshipName.For(workbook, "Faults"));
            sheet = new Sheet { Name = AnnotatedWorkbook.SheetName, SheetId = Sheets.Max(s => s.SheetId?.Value ?? 0) + 1, Id = workbook.GetIdOfPart(added) };
            workbook.Workbook!.Sheets!.Append(sheet);
        }

        sheet.State = null;
        NameRange("_xlnm.Print_Titles", sheet, $"${HeaderRow}:${HeaderRow}");
        var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
        part.DeleteParts([.. part.Parts.Select(p => p.OpenXmlPart)]);
        return part;
    }

    private void NameRange(string name, Sheet sheet, string range)
    {
        var index = (uint)Sheets.ToList().IndexOf(sheet);
        var names = workbook.Workbook!.DefinedNames ??= new DefinedNames();
        names.Elements<DefinedName>().Where(n => n.LocalSheetId?.Value == index).ToList().ForEach(n => n.Remove());
        names.Append(new DefinedName($"'{AnnotatedWorkbook.SheetName}'!{range}") { Name = name, LocalSheetId = index });
    }
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Answers.Workbooks;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Answers.Annotated;

/// <summary>The sender's own workbook with its faults shown in it: coloured cells, notes at them, and a last sheet that lists them all.
/// The same workbook and faults give the same bytes.</summary>
public static class AnnotatedWorkbook
{
    /// <summary>The sheet that lists the faults. Who reads a workbook passes over it.</summary>
    public const string SheetName = OwnSheets.Faults;

    private const int MostFaults = 10_000;

    /// <param name="help">Where kinds of faults are explained; null where what is marked is none of them.</param>
    /// <returns>An XLSX with all that the sender wrote as it was (of an XLS: its values and formats);
    /// null where the bytes are no workbook that can be annotated.</returns>
    public static byte[]? Of(ReadOnlyMemory<byte> workbook, IReadOnlyList<Fault> faults, HelpAddress? help = null)
    {
        try
        {
            using var package = IsZip(workbook.Span) ? Copy(workbook.Span) : RebuiltWorkbook.Of(workbook);
            return package is not null && PackageBounds.Hold(package) && Annotate(package, faults, help) ? FixedTimes.In(package) : null;
        }
        catch (Exception)
        {
            // Damaged bytes make the readers of other people fail in any way they please, also by asking for more memory than there is.
            // A receipt then goes out without this file.
            return null;
        }
    }

    internal static bool IsFaultSheet(Sheet sheet) => string.Equals(sheet.Name?.Value, SheetName, StringComparison.OrdinalIgnoreCase);

    private static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK"u8);

    private static MemoryStream Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = new MemoryStream();
        copy.Write(bytes);
        copy.Position = 0;
        return copy;
    }

    private static bool Annotate(Stream package, IReadOnlyList<Fault> faults, HelpAddress? help)
    {
        using var document = SpreadsheetDocument.Open(package, true, new OpenSettings { AutoSave = false });
        if (document.StrictRelationshipFound || document.WorkbookPart is not { } part || !AreShallow(part) || part.Workbook?.Sheets is null)
        {
            return false;
        }

        var listed = faults.Take(MostFaults).ToList();
        var styles = new StyleBook(part);
        var shades = new MarkShades(part.Workbook, styles);
        MarkSheets(part, listed, shades);
        shades.Save();
        new FaultSheet(part, styles, help).Write(listed, faults.Count - listed.Count);

        // Also puts back the addresses that are none, which people do type as links and which are others as long as the package is open.
        document.Save();
        return true;
    }

    private static void MarkSheets(WorkbookPart workbook, IEnumerable<Fault> faults, MarkShades shades)
    {
        var hadShades = shades.Any;
        var marks = faults.ToLookup(f => f.Place.Sheet, StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in workbook.Workbook!.Sheets!.Elements<Sheet>().Where(s => s.Name?.Value is not null && !IsFaultSheet(s)))
        {
            var own = new SheetMarks(marks[sheet.Name!.Value!]);
            if (workbook.GetPartById(sheet.Id!.Value!) is WorksheetPart part && (own.Any || hadShades || CellNotes.AreIn(part)))
            {
                new AnnotatedSheet(part, own, shades).Rewrite();
            }
        }
    }

    private static bool AreShallow(WorkbookPart workbook)
    {
        OpenXmlPart?[] loaded = [workbook, workbook.WorkbookStylesPart, .. workbook.WorksheetParts.Select(s => s.WorksheetCommentsPart)];
        return loaded.OfType<OpenXmlPart>().All(part =>
        {
            using var xml = part.GetStream(FileMode.Open, FileAccess.Read);
            return PackageBounds.IsShallow(xml);
        });
    }
}

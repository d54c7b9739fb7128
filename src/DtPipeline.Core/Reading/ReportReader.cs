using DtPipeline.Checking;
using DtPipeline.Reading.Archives;
using DtPipeline.Reading.Grids;
using DtPipeline.Reading.Json;
using DtPipeline.Reading.Layouts;
using DtPipeline.Reading.Texts;
using DtPipeline.Reading.Workbooks;

namespace DtPipeline.Reading;

/// <summary>Turns the bytes of a report into rows. The one door to all formats: each is recognised by content and read by its own class.</summary>
internal static class ReportReader
{
    /// <summary>The rows in the order of the file, read while they are asked for. What cannot be read is told to the context's faults on the way.</summary>
    /// <param name="format">What the content was recognised as.</param>
    public static IEnumerable<ReportRow> Rows(ReadOnlyMemory<byte> content, RecognisedFormat format, ReadContext context)
    {
        if (content.IsEmpty)
        {
            context.KeepOut(FaultKinds.FileEmpty.At(context.Whole));
            return [];
        }

        return format.Format switch
        {
            ReportFormat.Xlsx => Workbook(content, format.Name, context, XlsxGuard.Inspect(content, context)),
            ReportFormat.Xls => Workbook(content, format.Name, context, XlsGuard.Inspect(content, context)),
            ReportFormat.Zip when context.Member is null => ZipReport.Rows(content, context),
            ReportFormat.Text => Text(content, context),
            _ => NoReport(format.Name, context),
        };
    }

    private static IEnumerable<ReportRow> Workbook(ReadOnlyMemory<byte> content, string format, ReadContext context, WorkbookMarks? marks) =>
        marks is null ? [] : WorkbookReader.Rows(ZipReport.StreamOf(content), format, context, marks);

    private static IEnumerable<ReportRow> Text(ReadOnlyMemory<byte> content, ReadContext context)
    {
        var text = ReportText.Decode(content);
        foreach (var fault in text.Remarks)
        {
            context.Faults.Add(fault with { Place = context.Whole });
        }

        if (text.Fault is { } unreadable)
        {
            context.KeepOut(unreadable with { Place = context.Whole });
            return [];
        }

        if (FirstLetter(text) is '[' or '{')
        {
            return JsonReport.Rows(text, context);
        }

        var sheet = context.SheetName(null);
        var layout = new TableLayout(context, sheet, isWorkbook: false, isOnly: true);
        return layout.Rows(DelimitedText.Rows(text.Open, sheet, Delimiter.Of(text.Open)));
    }

    private static char FirstLetter(ReportText text)
    {
        using var reader = text.Open();
        var c = reader.Read();
        while (c >= 0 && (char.IsWhiteSpace((char)c) || c == '\uFEFF'))
        {
            c = reader.Read();
        }

        return c < 0 ? '\0' : (char)c;
    }

    private static IEnumerable<ReportRow> NoReport(string name, ReadContext context)
    {
        context.KeepOut(FaultKinds.FileBinary.At(context.Whole, name, ReportFormats.Expected));
        return [];
    }
}

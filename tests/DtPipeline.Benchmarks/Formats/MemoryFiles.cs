using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DtPipeline.Core.Tests.Proofs.Headers;
using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>One large file a format: a table of one indicator over and over.</summary>
internal static class MemoryFiles
{
    private const string Note = "số liệu ước tính theo báo cáo của các đơn vị";
    private const string Mail = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";

    /// <summary>Of 4 MiB, the most that is parsed.</summary>
    private const int HtmlRows = 46_000;

    /// <summary>By name: the file and its size when unpacked.</summary>
    public static IEnumerable<(string Name, byte[] Content, long Unpacked)> All()
    {
        yield return Of("csv", 200_000);
        yield return Of("xls", 40_000);
        yield return Of("xlsx", 60_000);
        yield return Of("ods", 40_000);
        var html = Named("html", Html());
        yield return html;
        yield return ("mhtml", [.. Encoding.ASCII.GetBytes(Mail), .. html.Content], html.Unpacked);
        yield return Of("docx", 60_000);
        yield return Named("strings", WithStrings(1_800_000));
    }

    /// <param name="format">One of <see cref="HeaderWriters"/>.</param>
    public static byte[] TableOf(string format, int rows) => HeaderWriters.All[format](new HeaderTable(
        format,
        [["Mã", "Giá trị", "Ghi chú"], .. Enumerable.Repeat<WrittenCell[]>(["DE-08", new WrittenCell("1205", 1205), Note], rows)],
        [],
        new Dictionary<int, Meant>()));

    private static (string Name, byte[] Content, long Unpacked) Of(string format, int rows) => Named(format, TableOf(format, rows));

    private static (string Name, byte[] Content, long Unpacked) Named(string name, byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
        {
            return (name, content, content.Length);
        }

        using var package = new ZipArchive(new MemoryStream(content));
        return (name, content, package.Entries.Sum(e => e.Length));
    }

    /// <summary>As many rows as go into the limit: no tag is closed that may stay open.</summary>
    private static byte[] Html() => Encoding.UTF8.GetBytes(
        "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>Mã<td>Giá trị<td>Ghi chú</tr>" + string.Concat(Enumerable.Repeat($"<tr><td>DE-08<td>1205<td>{Note}</tr>", HtmlRows)) + "</table>");

    /// <summary>A workbook of one row, and as many shared strings as fill 300 MB.</summary>
    private static byte[] WithStrings(int count)
    {
        var table = new WrittenTable();
        table.Add("Mã", "Giá trị");
        table.Add("DE-08", new WrittenCell("1205", 1205));
        return WorkbookFile.Of(table, sharesText: false, namesCells: true, workbook =>
        {
            using var strings = new StreamWriter(workbook.AddNewPart<SharedStringTablePart>().GetStream(FileMode.Create));
            strings.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            for (var i = 0; i < count; i++)
            {
                strings.Write(string.Create(CultureInfo.InvariantCulture, $"<si><t>{i}{Note}{Note}{Note}</t></si>"));
            }

            strings.Write("</sst>");
        });
    }
}

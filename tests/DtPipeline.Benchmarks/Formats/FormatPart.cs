using System.Globalization;
using System.Text.Json;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>Every format read and checked, beside a bare loop of the library below it over the same bytes: seconds of the processor once all is compiled, memory in a process that has read nothing yet.</summary>
internal static class FormatPart
{
    private const double Mebibyte = 1_048_576;

    private static readonly IReadOnlyList<(string Format, string Library)> All =
    [
        ("csv", "CsvHelper"), ("xlsx", "ExcelDataReader"), ("xls", "ExcelDataReader"), ("ods", "XmlReader"), ("fods", "XmlReader"), ("xml", "XmlReader"),
        ("docx", "XmlReader"), ("html", "AngleSharp"), ("json", "JsonDocument"),
    ];

    public static Task RunAsync(ResultTable table, Sizes sizes)
    {
        var (rows, turns) = (sizes.Of("rows", 20_000), sizes.Of("turns", 3));
        var folder = Directory.CreateTempSubdirectory("dtpipeline-formats-");
        try
        {
            foreach (var (format, library) in All)
            {
                var path = Path.Combine(folder.FullName, format);
                File.WriteAllBytes(path, format == "json" ? Json(rows) : MemoryFiles.TableOf(format, rows));
                Measure(table, path, format, library, rows, turns);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void Measure(ResultTable table, string path, string format, string library, int rows, int turns)
    {
        var (report, bare) = ($"report-{format}", $"bare-{format}");
        var (read, loop) = new Comparison(path, report, bare).Measure(turns);
        var (seconds, below) = (read.Min(m => m.Seconds), loop.Min(m => m.Seconds));
        if (read[0].Rows != rows)
        {
            throw new InvalidOperationException(Text($"Of {rows} rows of {format}, {read[0].Rows} were read."));
        }

        table.Add(Text($"{format}: {rows:N0} rows read and checked, beside {library} alone"), Milliseconds(seconds), Milliseconds(below), seconds / below);
        var (peak, least) = (Peak(report, path), Peak(bare, path));
        table.Add(Text($"{format}: memory above the start"), Mebibytes(peak), Mebibytes(least), peak / least);
    }

    private static double Peak(string reading, string path) => double.Parse(Measurement.InAProcess("peak-of", reading, path), CultureInfo.InvariantCulture);

    private static byte[] Json(int rows) => JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(0, rows).Select(_ => new { indicator = "DE-08", value = 1205, note = "số liệu ước tính theo báo cáo của các đơn vị" }));

    private static string Milliseconds(double seconds) => Text($"{seconds * 1_000:N0} ms");

    private static string Mebibytes(double bytes) => Text($"{bytes / Mebibyte:N0} MiB");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

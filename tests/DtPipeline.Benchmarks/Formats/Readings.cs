using System.Text;
using CsvHelper;
using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Ledger;
using ExcelDataReader;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>What is measured: a report read and checked, and the bare loop of the library below it over the same bytes.</summary>
internal static class Readings
{
    private static readonly ReportingCatalogue Catalogue = CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    public static Func<byte[], long> ByName(string name) => name switch
    {
        "bare-csv" => BareCsv,
        "bare-xlsx" => BareWorkbook,
        _ => Report,
    };

    /// <summary>How many rows were read, or what kept the file out.</summary>
    public static string Answer(byte[] content)
    {
        var report = Read(content);
        return report.Cells.Count == 0 && report.Faults is [var fault, ..] ? fault.Code : $"{report.Rows} rows";
    }

    private static long Report(byte[] content) => Read(content).Rows;

    private static CheckedReport Read(byte[] content)
    {
        var file = new ReceivedFile("id", "P63-01/2023-Q2/bao-cao", "sha", new DateTimeOffset(2023, 6, 20, 0, 0, 0, TimeSpan.Zero), content, content.Length);
        return FilingReader.Read(file, Catalogue, long.MaxValue).Report;
    }

    private static long BareCsv(byte[] content)
    {
        using var reader = CsvReader.Create(new StreamReader(new MemoryStream(content)), new CsvReaderOptions { Separator = ',' });
        var rows = 0L;
        for (; reader.Read(); rows++)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                _ = reader.GetString(i);
            }
        }

        return rows;
    }

    private static long BareWorkbook(byte[] content)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        var rows = -1L;
        for (; reader.Read(); rows++)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                _ = reader.GetValue(i);
            }
        }

        return rows;
    }
}

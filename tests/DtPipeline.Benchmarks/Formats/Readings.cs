using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using AngleSharp.Html.Parser;
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
        "bare-xlsx" or "bare-xls" => BareWorkbook,
        "bare-ods" or "bare-docx" => BarePackage,
        "bare-fods" or "bare-xml" => content => BareXml(new MemoryStream(content)),
        "bare-html" => BareHtml,
        "bare-json" => BareJson,
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

    /// <summary>Every part of the package that is text.</summary>
    private static long BarePackage(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content));
        var nodes = 0L;
        foreach (var part in package.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var opened = part.Open();
            nodes += BareXml(opened);
        }

        return nodes;
    }

    private static long BareXml(Stream content)
    {
        using var reader = XmlReader.Create(content);
        var nodes = 0L;
        for (; reader.Read(); nodes++)
        {
            if (reader.NodeType == XmlNodeType.Text)
            {
                _ = reader.Value;
            }
        }

        return nodes;
    }

    private static long BareHtml(byte[] content)
    {
        using var document = new HtmlParser().ParseDocument(new MemoryStream(content));
        return document.QuerySelectorAll("td").Select(cell => cell.TextContent).LongCount();
    }

    private static long BareJson(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.EnumerateArray().SelectMany(o => o.EnumerateObject()).Select(p => p.Value.ToString()).LongCount();
    }
}

using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests.Pictures;

/// <summary>Templates as clerks fill them in, one as it should be and one with three slips, sent to the running host; and what comes back.</summary>
public sealed class SentTemplate(RunningHost running) : IAsyncLifetime
{
    private const string Good = "P34-15/2025-Q3";
    private const string Slipped = "P34-14/2025-Q3";
    private const string Name = "bao-cao.xlsx";
    private const string Values = "F";
    private const string Notes = "G";

    private static readonly Dictionary<string, (string Value, string? Note)> Answers = new(StringComparer.Ordinal)
    {
        ["GOV-01"] = ("có", "Kế hoạch 112/KH-UBND"),
        ["GOV-05"] = ("không", "trình tháng sau"),
        ["IN-01"] = ("không phát sinh", null),
    };

    private static readonly Dictionary<string, (string Value, string? Note)> Slips = new(Answers)
    {
        ["GOV-05"] = ("đang làm", null),
        ["DG-05"] = ("khoảng 38", null),
        ["DG-13"] = ("104", null),
    };

    internal RunningHost Running => running;

    public byte[] Filled { get; private set; } = [];

    /// <summary>As JSON, of the file without slips.</summary>
    public string Accepted { get; private set; } = string.Empty;

    public byte[] Annotated { get; private set; } = [];

    public string Receipt { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        Filled = await SendAsync(Good, Answers);
        await SendAsync(Slipped, Slips);
        Accepted = (await AnswerAsync(Good, ".receipt.json")).ToString();
        Receipt = (await AnswerAsync(Slipped, ".receipt.html")).ToString();
        Annotated = (await AnswerAsync(Slipped, ".annotated.xlsx")).ToArray();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<byte[]> SendAsync(string folder, Dictionary<string, (string Value, string? Note)> answers)
    {
        var filled = Fill(await running.Http.GetByteArrayAsync($"api/v1/templates/{folder}"), answers);
        await running.Account.Reports.GetBlobClient($"{folder}/{Name}").UploadAsync(BinaryData.FromBytes(filled));
        return filled;
    }

    private async Task<BinaryData> AnswerAsync(string folder, string suffix)
    {
        var path = $"{folder}/{Name}";
        await running.Host.UntilAsync($"answers {path}", async () => await running.Account.Receipts.GetBlobClient($"{path}.receipt.json").ExistsAsync());
        return (await running.Account.Receipts.GetBlobClient(path + suffix).DownloadContentAsync()).Value.Content;
    }

    /// <summary>All indicators; of the tasks nothing is said.</summary>
    private static byte[] Fill(byte[] template, Dictionary<string, (string Value, string? Note)> answers)
    {
        using var package = new MemoryStream();
        package.Write(template);
        using (var document = SpreadsheetDocument.Open(package, true))
        {
            var rows = document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>().ToList();
            foreach (var row in rows)
            {
                var cells = row.Elements<Cell>().ToDictionary(c => c.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()));
                if (cells.TryGetValue("B", out var code) && code.InnerText is { Length: > 0 } and not ['T', ..] && cells.TryGetValue(Values, out var value) && value.InnerText.Length == 0)
                {
                    var (answer, note) = answers.GetValueOrDefault(code.InnerText, (Usual(row, cells["D"].InnerText), null));
                    Write(value, answer);
                    Write(cells[Notes], note ?? string.Empty);
                }
            }
        }

        return package.ToArray();
    }

    private static string Usual(Row row, string unit) => unit switch
    {
        "có/không" => "có",
        "%" => string.Create(CultureInfo.InvariantCulture, $"{40 + (row.RowIndex!.Value * 7 % 50)}.5"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 + (row.RowIndex!.Value * 13)}"),
    };

    private static void Write(Cell cell, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            cell.CellValue = new CellValue(text);
        }
        else if (text.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(text));
        }
    }
}

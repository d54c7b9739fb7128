using System.Text;
using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.Catalogues;

/// <summary>The files of a catalogue as Excel has them: header, lines, cells.</summary>
internal sealed class CatalogueTables
{
    // The default catalogue has no line in these, and lines are what goes wrong.
    private static readonly (string File, string[] Lines)[] Added =
    [
        ("grants.csv",
        [
            "PROV-Q,P63-01,2024-Q2,extension,2024-07-05,QĐ 12/QĐ-UBQG,2024-06-20,Bão số 1",
            "PROV-M,P34-08,2025-08,exemption,,QĐ 13/QĐ-UBQG,2025-08-01,Mới sáp nhập",
            "CENT-Q,MPS,2025-Q2,exemption,2025-08-31,QĐ 14/QĐ-UBQG,2025-06-01,Chuyển hệ thống",
        ]),
        ("sources.csv",
        [
            "HN-Q,P34-01,https://hanoi.example/{organisation}/{period}.csv,csv,quarterly,30 7 * * 1-5,2025-07-01,,hằng ngày",
            "MPS-M,MPS,https://mps.example/moi-nhat.xlsx,xlsx,monthly,0 8 1 * *,,,",
        ]),
        ("targets.csv",
        [
            "GOV-01,@ministries,20,2024-06-30,2023-07-01,QĐ 15/QĐ-UBQG",
            "DG-06,P34-01,95,2026-12-31,,QĐ 16/QĐ-UBQG",
        ]),
        ("recipients.csv",
        [
            "PROVINCES,Vụ địa phương,dp@x.example,@provinces,PROV-Q;PROV-M;tasks,yellow,first,overseer",
            "HN,Hà Nội,hn@x.example,P34-01,,green,first,reporter",
        ]),
    ];

    private readonly Dictionary<string, List<string[]>> tables;

    private CatalogueTables(Dictionary<string, List<string[]>> tables) => this.tables = tables;

    public List<string[]> this[string file] => tables[file];

    public static CatalogueTables Default() => new(CatalogueReader.Files.ToDictionary(
        file => file,
        file => Parse(string.Join('\n', [DefaultCatalogue.TextOf(file)!.TrimEnd(), .. Added.Where(a => a.File == file).SelectMany(a => a.Lines)])),
        StringComparer.Ordinal));

    public CatalogueTables Copy() => new(tables.ToDictionary(t => t.Key, t => t.Value.ConvertAll(line => line.ToArray()), StringComparer.Ordinal));

    public string TextOf(string file, char separator = ',') =>
        string.Concat(tables[file].Select(line => string.Join(separator, line.Select(c => Quoted(c, separator))) + "\n"));

    public Dictionary<string, byte[]?> Bytes() => tables.Keys.ToDictionary(f => f, f => (byte[]?)Encoding.UTF8.GetBytes(TextOf(f)), StringComparer.Ordinal);

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().IndexOfAny(separator, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<string[]> Parse(string text)
    {
        var lines = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in text + "\n")
        {
            if (c == '"')
            {
                // The second of two quotes opens the cell again and stands for itself.
                isQuoted = !isQuoted;
                if (isQuoted && cell.Length > 0)
                {
                    cell.Append(c);
                }
            }
            else if (isQuoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    lines.Add([.. cells]);
                    cells.Clear();
                }
            }
        }

        return lines;
    }
}

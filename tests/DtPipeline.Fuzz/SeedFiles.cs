using System.IO.Compression;
using System.Text;

namespace DtPipeline.Fuzz;

/// <param name="Name">Where it comes from.</param>
internal sealed record SeedFile(string Name, byte[] Content);

/// <summary>Good files to begin with: what the repository has, and a workbook, JSON and archives written here.</summary>
internal static class SeedFiles
{
    private static readonly string[] Known = [".csv", ".xlsx", ".xls", ".ods", ".fods", ".docx", ".doc", ".xml", ".zip", ".ndjson", ".tsv", ".txt", ".pdf"];

    public static IReadOnlyList<SeedFile> All()
    {
        var root = Root(AppContext.BaseDirectory);
        string[] folders = ["samples", "tests/scenarios", "tests/DtPipeline.Fuzz/seeds"];
        var found = folders
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*", SearchOption.AllDirectories))
            .Where(f => Known.Contains(Path.GetExtension(f)) || f.Contains("/reports/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => new SeedFile(Path.GetRelativePath(root, f), File.ReadAllBytes(f)))
            .Where(f => f.Content.Length is > 0 and < 1_000_000)
            .ToList();

        string[] rare = [".ods", ".fods", ".docx", ".doc", ".xml", ".pdf"];
        var documents = found.Where(f => rare.Contains(Path.GetExtension(f.Name))).ToList();

        // Each written kind as often as makes up for the many small text files.
        return [.. found, .. Enumerable.Repeat(Written(), 1 + (found.Count / 20)).SelectMany(w => w), .. Enumerable.Repeat(found.Where(f => f.Name.EndsWith(".xls", StringComparison.Ordinal)), found.Count / 10).SelectMany(w => w), .. Enumerable.Repeat(documents, 8).SelectMany(d => d)];
    }

    private static List<SeedFile> Written()
    {
        var csv = Encoding.UTF8.GetBytes("indicator,value,note\nDG-05,\"45,5\",số liệu\nDE-08,1.234.567,\nGOV-01,có,\n");
        const string Row = """{"indicator":"DG-05","value":45.5,"note":"ước"}""";
        var workbook = SeedWorkbook.Write();
        return
        [
            new SeedFile("workbook", workbook),
            new SeedFile("archive", Pack(("a.csv", csv), ("b/b.xlsx", workbook))),
            new SeedFile("array", Encoding.UTF8.GetBytes($$"""[{{Row}},{"indicator":"GOV-01","value":true,"note":null}]""")),
            new SeedFile("envelope", Encoding.UTF8.GetBytes($$"""{"organisation":"P63-01","period":"2023-Q2","observations":[{{Row}}]}""")),
            new SeedFile("lines", Encoding.UTF8.GetBytes($"{Row}\n{Row}\n")),
            new SeedFile("utf-16", Encoding.Unicode.GetBytes("\uFEFFindicator\tvalue\nDG-05\t45,5\n")),
            new SeedFile("paper", SeedPaper.Write()),
            new SeedFile("sdmx", Encoding.UTF8.GetBytes("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MULT\ndataflow,X,I,VN-HN,DE-08,2023-Q2,12,3\n")),
        ];
    }

    public static byte[] Pack(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var member = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                member.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "DtPipeline.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("DtPipeline.sln"));
}

using DtPipeline.Answers.Catalogues;
using DtPipeline.Catalogue;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands;

/// <summary>Catalogue files that somebody has named: those of a folder, or the sheets of one workbook.</summary>
internal sealed class CatalogueInput
{
    private const int MostBytes = 50_000_000;

    public static readonly CatalogueInput None = new(string.Empty, new Dictionary<string, ReadOnlyMemory<byte>>(), null);

    private readonly string path;
    private readonly CatalogueSheets? sheets;

    private CatalogueInput(string path, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, CatalogueSheets? sheets)
    {
        this.path = path;
        this.sheets = sheets;
        Files = files;
    }

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; }

    /// <param name="named">A folder, or an XLSX; null where nothing is named.</param>
    /// <exception cref="CommandException">There is no such folder or workbook, no catalogue file in it, or one that is too large.</exception>
    public static CatalogueInput Read(string? named) => named is null ? None
        : File.Exists(named) ? OfWorkbook(Path.GetFullPath(named))
        : OfFolder(Path.GetFullPath(named));

    /// <summary>Says what is wrong; of a workbook also in a copy of it.</summary>
    /// <returns>Whether anything is.</returns>
    public bool Tell(CatalogueReading reading, Screen screen)
    {
        var strange = Files.Keys.Except(CatalogueReader.Files, StringComparer.Ordinal)
            .Select(n => new CatalogueProblem(n, 1, $"no file of a catalogue is called so; expected {string.Join(", ", CatalogueReader.Files)}"));
        List<CatalogueProblem> problems = [.. reading.Problems.Select(p => sheets?.Placed(p) ?? p), .. strange];
        if (problems.Count > 0)
        {
            screen.Answer(problems);
        }

        foreach (var problem in problems)
        {
            screen.Say(problem.ToString());
        }

        if (problems.Count > 0)
        {
            screen.Say(problems.Count == 1 ? "1 problem." : $"{problems.Count} problems.");
        }

        if (sheets?.Marked(problems) is { } marked)
        {
            var copy = Path.ChangeExtension(path, ".checked.xlsx");
            File.WriteAllBytes(copy, marked);
            screen.Say($"They are marked in {copy}.");
        }

        return problems.Count > 0;
    }

    private static CatalogueInput OfWorkbook(string path)
    {
        var sheets = CatalogueSheets.Read(BytesOf(path), out var why);
        return sheets is null ? throw new CommandException($"{path} is no workbook of a catalogue. {why}") : new CatalogueInput(path, sheets.Files, sheets);
    }

    private static CatalogueInput OfFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {folder}.");
        }

        var files = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToDictionary(f => Path.GetFileName(f)!, BytesOf, StringComparer.Ordinal);
        return files.Keys.Any(CatalogueReader.Files.Contains)
            ? new CatalogueInput(folder, files, null)
            : throw new CommandException($"{folder} has no file of a catalogue: expected at least one of {string.Join(", ", CatalogueReader.Files)}.");
    }

    private static ReadOnlyMemory<byte> BytesOf(string path) => new FileInfo(path).Length <= MostBytes
        ? File.ReadAllBytes(path)
        : throw new CommandException($"{path} is larger than {MostBytes / 1_000_000} MB, which no catalogue is.");
}

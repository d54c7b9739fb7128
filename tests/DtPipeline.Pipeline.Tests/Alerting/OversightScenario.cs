using System.Globalization;
using System.Text.Json;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>A folder of <c>tests/oversight</c>; its README says what lies in it.</summary>
internal sealed class OversightScenario(string name)
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "oversight");

    private readonly string folder = Path.Combine(Root, name);

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public IEnumerable<(string Path, byte[] Content)> Catalogue => FilesUnder(Path.Combine(folder, "catalogue"));

    public IEnumerable<(string Path, byte[] Content)> CatalogueOf(DateOnly day) => FilesUnder(Path.Combine(FolderOf(day), "catalogue"));

    public IEnumerable<(string Path, byte[] Content)> ReportsOf(DateOnly day) => FilesUnder(Path.Combine(FolderOf(day), "reports"));

    public async Task<OversightSettings> SettingsAsync() =>
        JsonSerializer.Deserialize<OversightSettings>(await File.ReadAllTextAsync(Path.Combine(folder, "scenario.json")), JsonSerializerOptions.Web)!;

    public async Task<IReadOnlyList<Handled>> HandledOnAsync(DateOnly day)
    {
        var file = Path.Combine(FolderOf(day), "handled.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<Handled[]>(await File.ReadAllTextAsync(file), JsonSerializerOptions.Web)! : [];
    }

    /// <summary>The expected texts of a day by file name.</summary>
    public async Task<SortedDictionary<string, string>> ExpectedOnAsync(DateOnly day)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(FolderOf(day)) ? Directory.GetFiles(FolderOf(day), "*.txt") : [])
        {
            texts[Path.GetFileName(file)] = await File.ReadAllTextAsync(file);
        }

        return texts;
    }

    public async Task AcceptAsync(DateOnly day, SortedDictionary<string, string> texts)
    {
        foreach (var old in await ExpectedOnAsync(day))
        {
            File.Delete(Path.Combine(FolderOf(day), old.Key));
        }

        foreach (var (file, text) in texts)
        {
            Directory.CreateDirectory(FolderOf(day));
            await File.WriteAllTextAsync(Path.Combine(FolderOf(day), file), text);
        }
    }

    private string FolderOf(DateOnly day) => Path.Combine(folder, day.ToString("O", CultureInfo.InvariantCulture));

    private static IEnumerable<(string Path, byte[] Content)> FilesUnder(string root) => Directory.Exists(root)
        ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(root, f).Replace('\\', '/'), Content: File.ReadAllBytes(f)))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
        : [];
}

internal sealed record OversightSettings(DateOnly From, DateOnly To, IReadOnlyDictionary<string, string?>? Settings);

internal sealed record Handled(string Organisation, string Key, string Action, string By, DateTimeOffset? Until, string? Note)
{
    public HandlingRequest Request => new(Action, By, Until, Note);
}

using System.Text.Json;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A folder of <c>tests/scenarios</c>; its README says what lies in it.</summary>
internal sealed class Scenario(string name)
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "scenarios");

    private readonly string folder = Path.Combine(Root, name);

    /// <summary>Those in a group are named by group and case: <c>headers/men-and-women</c>.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root, "reports", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, Path.GetDirectoryName(f)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public string ExpectedFile => Path.Combine(folder, "expected.json");

    /// <summary>Report paths and contents in ordinal order of the paths.</summary>
    public IEnumerable<(string Path, byte[] Content)> Reports => FilesUnder("reports");

    public IEnumerable<(string Path, byte[] Content)> Catalogue => FilesUnder("catalogue");

    public async Task<ScenarioSettings> SettingsAsync()
    {
        var file = Path.Combine(folder, "scenario.json");
        return File.Exists(file)
            ? JsonSerializer.Deserialize<ScenarioSettings>(await File.ReadAllTextAsync(file), JsonSerializerOptions.Web)!
            : new ScenarioSettings();
    }

    private IEnumerable<(string Path, byte[] Content)> FilesUnder(string part)
    {
        var root = Path.Combine(folder, part);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(f => (Path: Path.GetRelativePath(root, f).Replace('\\', '/'), Content: File.ReadAllBytes(f)))
                .OrderBy(f => f.Path, StringComparer.Ordinal)
            : [];
    }
}

internal sealed record ScenarioSettings
{
    public DateTimeOffset Now { get; init; } = new(2023, 3, 20, 9, 0, 0, TimeSpan.FromHours(7));

    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();
}

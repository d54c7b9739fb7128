using System.Text.Json;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A folder of a group of <c>tests/scenarios</c>; the README there says what lies in it.</summary>
/// <param name="name">Group and folder: <c>titles/title-other-period</c>.</param>
internal sealed class Scenario(string name)
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "scenarios");

    private readonly string folder = Path.Combine(Root, name);

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// Those that are run through storage: all of more than one file, of another catalogue or with settings, and of the others, whose reading the core's own
    /// tests hold in memory, every eighth. <c>DTP_SCENARIOS=all</c> asks for all.
    /// </summary>
    public static IEnumerable<string> ThroughStorage => Environment.GetEnvironmentVariable("DTP_SCENARIOS") == "all"
        ? Names
        : Names.Where((name, n) => n % 8 == 0 || new Scenario(name) is var scenario && (scenario.Reports.Skip(1).Any() || scenario.Catalogue.Any() || File.Exists(scenario.SettingsFile)));

    public bool IsWhole => Directory.Exists(Path.Combine(folder, "reports")) && File.Exists(ExpectedFile);

    private string SettingsFile => Path.Combine(folder, "scenario.json");

    public string ExpectedFile => Path.Combine(folder, "expected.json");

    /// <summary>Report paths and contents in ordinal order of the paths.</summary>
    public IEnumerable<(string Path, byte[] Content)> Reports => FilesUnder("reports");

    public IEnumerable<(string Path, byte[] Content)> Catalogue => FilesUnder("catalogue");

    public async Task<ScenarioSettings> SettingsAsync()
    {
        return File.Exists(SettingsFile)
            ? JsonSerializer.Deserialize<ScenarioSettings>(await File.ReadAllTextAsync(SettingsFile), JsonSerializerOptions.Web)!
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

using System.Text.Json;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A folder of a group of <c>tests/scenarios</c>; the README there says what lies in it.</summary>
/// <param name="name">Group and folder: <c>titles/title-other-period</c>.</param>
internal sealed class Scenario(string name)
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "scenarios");

    private static readonly string[] Seldom = ["\"dtpipeline.report.revised\"", "\"dtpipeline.report.overdue\"", "\"dtpipeline.report.late\"", "\"tasks\": {"];

    private readonly string folder = Path.Combine(Root, name);

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// Those that are run through storage. Receipts and observations of all are held in memory by the core's own tests; here are all in which a file meets one that
    /// is stored, all that tell of what was filed more than faults or speak of tasks, and of the others every fortieth. <c>DTP_SCENARIOS=all</c> asks for all.
    /// </summary>
    public static IEnumerable<string> ThroughStorage => Environment.GetEnvironmentVariable("DTP_SCENARIOS") == "all"
        ? Names
        : Names.Where((name, n) => n % 40 == 0 || new Scenario(name) is var scenario && (scenario.MeetsWhatIsStored || scenario.TellsMore));

    public bool IsWhole => Directory.Exists(Path.Combine(folder, "reports")) && File.Exists(ExpectedFile);

    /// <summary>Two of its files are of one organisation and period.</summary>
    private bool MeetsWhatIsStored => Reports.GroupBy(r => Path.GetDirectoryName(r.Path)).Any(p => p.Skip(1).Any());

    private bool TellsMore => Seldom.Any(File.ReadAllText(ExpectedFile).Contains);

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

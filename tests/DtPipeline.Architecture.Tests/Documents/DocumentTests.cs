using System.Text.RegularExpressions;
using DtPipeline.Architecture.Tests.Code;
using DtPipeline.Core.Tests;

namespace DtPipeline.Architecture.Tests.Documents;

/// <summary>What the documents say of the repository, held against it.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Folders = ["", "docs", "docs/decisions", "samples", "tests/scenarios", "tests/oversight"];

    public static TheoryData<string> Documents => new(Folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, f), "*.md"))
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryFileThatADocumentLinksToIsThere(string document)
    {
        var broken = Link().Matches(TextOf(document))
            .Select(m => m.Groups["target"].Value)
            .Where(t => !t.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, t)));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryPathThatADocumentNamesIsThere(string document)
    {
        var gone = PathInCode().Matches(TextOf(document)).Select(m => m.Groups["path"].Value).Where(p => !IsThere(p));

        Assert.Empty(gone);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryTestThatADocumentNamesIsThere(string document)
    {
        var tests = Sources.Under("tests").Where(f => f.Path.EndsWith("Tests.cs", StringComparison.Ordinal)).ToLookup(f => Path.GetFileNameWithoutExtension(f.Path), f => f.Text);
        var gone = TestInCode().Matches(TextOf(document))
            .Where(m => !tests[m.Groups["class"].Value].Any(t => t.Contains($" {m.Groups["test"].Value}(", StringComparison.Ordinal) || !m.Groups["test"].Success))
            .Select(m => m.Value);

        Assert.Empty(gone);
    }

    [Fact]
    public void EachOfTheTenNamesOnTheWayOfAFileIsInTheFileThatItsLinkShows()
    {
        var steps = NamedLink().Matches(TextOf("docs/architecture.md")).Select(m => (Name: m.Groups["name"].Value, Target: m.Groups["target"].Value)).ToList();

        var elsewhere = steps.Where(s => !Regex.IsMatch(TextOf(Path.Combine("docs", s.Target)), $@"\b(class|Task) {s.Name}\b"));

        Assert.Equal(10, steps.Count);
        Assert.Empty(elsewhere);
    }

    private static bool IsThere(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        return name.Contains('*', StringComparison.Ordinal)
            ? Directory.EnumerateFileSystemEntries(Path.Combine(Repository.Root, folder), name).Any()
            : Path.Exists(Path.Combine(Repository.Root, path));
    }

    private static string TextOf(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|infra|tools|catalogue|samples)/[^`{}\s]+)`")]
    private static partial Regex PathInCode();

    [GeneratedRegex(@"`(?<class>\w+Tests)(\.(?<test>\w+))?`")]
    private static partial Regex TestInCode();

    [GeneratedRegex(@"\[`(?<name>\w+)`\]\((?<target>[^)]+\.cs)\)")]
    private static partial Regex NamedLink();
}

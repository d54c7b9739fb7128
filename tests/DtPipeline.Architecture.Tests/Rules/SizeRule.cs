namespace DtPipeline.Architecture.Tests.Rules;

/// <summary>A file is one idea.</summary>
internal static class SizeRule
{
    private const int MostLines = 300;

    public static IEnumerable<string> TooLong(IEnumerable<(string Path, string Text)> files) => files
        .Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n')))
        .Where(f => f.Lines > MostLines)
        .Select(f => $"{f.Path} has {f.Lines} lines, more than {MostLines}: part it by what it is about");
}

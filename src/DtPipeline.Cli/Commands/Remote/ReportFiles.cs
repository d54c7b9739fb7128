using DtPipeline.Cli.Showing;
using Microsoft.Extensions.FileSystemGlobbing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>The files that somebody has named, by name or by pattern: all of them are there before the first is sent.</summary>
internal static class ReportFiles
{
    /// <exception cref="CommandException">One is not there, is a folder, or cannot be read.</exception>
    public static IReadOnlyList<FileInfo> Find(IEnumerable<string> named) => [.. named.SelectMany(Named).DistinctBy(f => f.FullName)];

    private static IEnumerable<FileInfo> Named(string name)
    {
        if (Directory.Exists(name))
        {
            throw new CommandException(Outcome.FileIsFolder, $"{name} is a folder, and one file after another is sent.", $"Name its files: dtp submit '{Path.Combine(name, "*")}'");
        }

        if (File.Exists(name))
        {
            return [Readable(new FileInfo(name))];
        }

        if (!name.AsSpan().ContainsAny('*', '?'))
        {
            throw new CommandException(Outcome.FileMissing, $"There is no file {name}.", $"It was looked for in {Directory.GetCurrentDirectory()}.");
        }

        return Matching(name);
    }

    private static List<FileInfo> Matching(string pattern)
    {
        var root = Path.GetPathRoot(Path.GetFullPath(pattern.Replace('*', '_').Replace('?', '_')))!;
        var from = Path.IsPathRooted(pattern) ? root : Directory.GetCurrentDirectory();
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(Path.IsPathRooted(pattern) ? pattern[root.Length..] : pattern);
        var found = matcher.GetResultsInFullPath(from).Order(StringComparer.Ordinal).Select(f => Readable(new FileInfo(f))).ToList();
        return found.Count > 0 ? found : throw new CommandException(Outcome.FileMissing, $"No file matches {pattern}.", $"It was looked for in {from}.");
    }

    private static FileInfo Readable(FileInfo file)
    {
        try
        {
            file.Open(FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(Outcome.FileUnreadable, $"{file.FullName} cannot be read: {e.Message}", Outcome.FileUnreadable.Hint);
        }
    }
}

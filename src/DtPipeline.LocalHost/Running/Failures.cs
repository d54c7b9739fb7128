using System.Collections.Concurrent;

namespace DtPipeline.LocalHost.Running;

/// <summary>What failed the last time that it was called, by function and by what it was called for: a run that succeeds later takes the failure away.</summary>
internal sealed class Failures
{
    private readonly ConcurrentDictionary<(string Function, string Item), string> open = new();

    public bool Any => !open.IsEmpty;

    /// <summary>A sentence for each function, with what the first of its failures says.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. open.GroupBy(f => f.Key.Function, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} failed{(g.Count() == 1 ? string.Empty : $" {g.Count()} times")}: {g.OrderBy(f => f.Key.Item, StringComparer.Ordinal).First().Value}"),
    ];

    /// <param name="item">What it was called for, such as a blob's name; empty for a timer.</param>
    public void Failed(string function, string item, Exception exception) => open[(function, item)] = Told(exception);

    public void Done(string function, string item) => open.TryRemove((function, item), out _);

    /// <summary>Another function has done all that this one failed at.</summary>
    public void Done(string function)
    {
        foreach (var failed in open.Keys.Where(k => k.Function == function))
        {
            open.TryRemove(failed, out _);
        }
    }

    private static string Told(Exception exception)
    {
        var line = exception.Message.ReplaceLineEndings("\n").Split('\n')[0];
        return exception.InnerException is { } inner ? $"{line} {Told(inner)}" : line;
    }
}

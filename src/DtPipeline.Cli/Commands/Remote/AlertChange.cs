using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>What is otherwise with an alert than when it was looked at last.</summary>
/// <param name="What"><c>open</c>, <c>acknowledged</c> or <c>snoozed</c>, as it is now; or <c>settled</c>: it is on the list no more.</param>
internal sealed record AlertChange(string What, FoundAlert Found)
{
    public object AsJson => new { Change = What, Alert = Found.Written };

    public static IEnumerable<AlertChange> Between(IReadOnlyList<FoundAlert> before, IReadOnlyList<FoundAlert> now)
    {
        var known = before.ToDictionary(a => a.Name, StringComparer.Ordinal);
        var standing = now.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return now
            .Where(a => !known.TryGetValue(a.Name, out var was) || (was.Alert.State, was.Alert.Severity, was.Alert.RaisedAt) != (a.Alert.State, a.Alert.Severity, a.Alert.RaisedAt))
            .Select(a => new AlertChange(a.Alert.State, a))
            .Concat(before.Where(a => !standing.Contains(a.Name)).Select(a => new AlertChange("settled", a)));
    }

    public string Said(Language language) => $"{WordOf(What).In(language)}  {AlertTable.SeverityOf(Found.Alert.Severity).In(language)}  {Found.Name}  {Found.Alert.Message.In(language)}";

    private static Bilingual WordOf(string what) => what == "settled" ? new("đã xong", "settled") : AlertTable.StateOf(what);
}

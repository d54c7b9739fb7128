using System.Text.Json;
using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <param name="Written">As the server wrote it.</param>
internal sealed record FoundAlert(ListedAlert Alert, JsonElement Written)
{
    /// <summary>What people type: an alert's key is one only within its organisation.</summary>
    public string Name => $"{Alert.Organisation}/{Alert.Key}";

    public static FoundAlert Of(JsonElement json) => new(json.Deserialize<ListedAlert>(Json.Options)!, json);
}

/// <summary>Which alerts are asked for; what is null is not asked.</summary>
internal sealed record AlertQuestion(string? State, string? Severity, string? Organisation);

/// <param name="By">Counts where nobody is signed in.</param>
internal sealed record AlertAction(string Action, string? By, string? Note, DateTimeOffset? Until);

/// <summary><c>alerts</c> and <c>alerts/{organisation}/{key}</c></summary>
internal sealed class AlertDesk(ApiClient api)
{
    /// <returns>Those that are not settled, the worst first.</returns>
    public async Task<IReadOnlyList<FoundAlert>> ListAsync(AlertQuestion question, CancellationToken cancellationToken) =>
    [
        .. (await api.ListAsync(ApiPath.With("alerts", ("state", question.State), ("severity", question.Severity), ("organisation", question.Organisation)), cancellationToken)).Select(FoundAlert.Of),
    ];

    /// <param name="name">As in <see cref="FoundAlert.Name"/>.</param>
    public Task<JsonElement> ActAsync(string name, AlertAction action, CancellationToken cancellationToken) => name.Split('/', 2) is [{ Length: > 0 } organisation, { Length: > 0 } key]
        ? api.PostAsync(ApiPath.Of("alerts", organisation, key), action, cancellationToken)
        : throw new CommandException(Outcome.BadUsage, $"'{name}' names no alert.", "Write it as 'dtp alerts' lists it, with its organisation before the slash: P34-80/report.overdue~2025-Q3~P34-80~PROV-Q");
}

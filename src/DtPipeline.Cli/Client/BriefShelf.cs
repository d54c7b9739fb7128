using System.Text.Json;
using DtPipeline.Azure.Storage;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Client;

/// <param name="Address">Below <c>/api/v1</c>, with a slash at its end.</param>
/// <param name="SupersededBy">Address of the newest of the same period; null where this is it.</param>
internal sealed record ShelvedBrief(string Period, DateTimeOffset AsOf, string Address, string? SupersededBy, IReadOnlyList<string> Documents);

/// <summary><c>briefs</c></summary>
internal sealed class BriefShelf(ApiClient api)
{
    /// <returns>The newest first.</returns>
    public async Task<(IReadOnlyList<ShelvedBrief> Briefs, IReadOnlyList<JsonElement> Json)> ListAsync(CancellationToken cancellationToken)
    {
        var json = await api.ListAsync("briefs", cancellationToken);
        return ([.. json.Select(b => b.Deserialize<ShelvedBrief>(Json.Options)!)], json);
    }

    /// <param name="period">Null for the newest of all.</param>
    public async Task<ShelvedBrief> NewestAsync(string? period, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Briefs.FirstOrDefault(b => period is null || string.Equals(b.Period, period, StringComparison.OrdinalIgnoreCase))
        ?? throw new CommandException(
            Outcome.NotFound, period is null ? $"{api.Server} has no brief yet." : $"{api.Server} has no brief of {period}.", "'dtp brief list' lists them; an operator writes one with 'dtp brief write PERIOD'.");

    public Task<BinaryData> DownloadAsync(ShelvedBrief brief, string document, CancellationToken cancellationToken) =>
        api.DownloadAsync($"{ApiPath.Of(brief.Address.Trim('/').Split('/'))}/{ApiPath.Of(document)}", cancellationToken);
}

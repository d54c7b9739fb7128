using DtPipeline.Answers.Models;
using DtPipeline.Azure.Storage;
using DtPipeline.Texts;

namespace DtPipeline.Azure.Alerting;

/// <summary>One action on several alerts: <c>{ "action": "acknowledge", "by": "…", "keys": [ "P34-80/report.overdue~2025-Q3~P34-80~PROV-Q" ] }</c>.</summary>
/// <param name="Keys">Organisation and key of each, with a slash between.</param>
public sealed record ManyHandlingRequest(string? Action, string? By, DateTimeOffset? Until, string? Note, IReadOnlyList<string>? Keys);

/// <summary>What became of each, in the order in which they were asked for.</summary>
internal sealed record HandledAlerts(IReadOnlyList<HandledAlert> Items);

/// <param name="Status">As it would be of a request of its own: 200, 400 or 404.</param>
internal sealed record HandledAlert(string Key, int Status)
{
    /// <summary>As it stands now; null where nothing was done.</summary>
    public ListedAlert? Alert { get; init; }

    /// <summary>Why nothing was done.</summary>
    public string? Detail { get; init; }

    /// <inheritdoc cref="Detail"/>
    public string? DetailVi { get; init; }
}

/// <summary>Acts on several alerts at once, each by itself: what is wrong with one keeps no other back.</summary>
public sealed class HandlingOfMany(AlertDesk desk)
{
    /// <summary>In one request.</summary>
    public const int Most = 100;

    public async Task<BinaryData> HandleAsync(ManyHandlingRequest asked, string? signedIn, CancellationToken cancellationToken)
    {
        var one = new HandlingRequest(asked.Action, asked.By, asked.Until, asked.Note);
        var handled = new List<HandledAlert>();
        foreach (var key in asked.Keys ?? [])
        {
            handled.Add(await HandleAsync(key, one, signedIn, cancellationToken));
        }

        return BinaryData.FromObjectAsJson(new HandledAlerts(handled), Json.Indented);
    }

    private async Task<HandledAlert> HandleAsync(string? key, HandlingRequest request, string? signedIn, CancellationToken cancellationToken)
    {
        if (key?.Split('/', 2) is not [var organisation, var own])
        {
            return Refused(key, 400, new Bilingual("Mỗi khóa phải có dạng {cơ quan}/{khóa}.", "Each key must be {organisation}/{key}."));
        }

        var answer = await desk.HandleAsync(organisation, own, request, signedIn, cancellationToken);
        return answer.Listed is { } alert ? new HandledAlert(key, 200) { Alert = alert } : Refused(key, answer.IsUnknown ? 404 : 400, answer.Why!);
    }

    private static HandledAlert Refused(string? key, int status, Bilingual why) => new(key ?? string.Empty, status) { Detail = why.En, DetailVi = why.Vi };
}

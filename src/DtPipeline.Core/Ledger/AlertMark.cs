using System.Text.Json.Serialization;
using DtPipeline.Catalogue;

namespace DtPipeline.Ledger;

/// <summary>Where the life of an alert stands.</summary>
public sealed record AlertMark(int Sequence, bool IsOpen, AlertSeverity Severity)
{
    public int Escalation { get; init; }

    /// <summary>Of how many it says that they have sent something of which nothing could be taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Refused { get; init; }

    /// <summary>How many required indicators it says are missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Lacking { get; init; }

    /// <summary>Of a question what it asks about: a word for each figure with its value, blanks between them. A new word is a new question; one less is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Asks { get; init; }

    /// <summary>Whether something is asked that was not asked before.</summary>
    public bool HasNotAsked(string? asks) => asks is not null && asks.Split(' ').Except(Asks?.Split(' ') ?? [], StringComparer.Ordinal).Any();
}

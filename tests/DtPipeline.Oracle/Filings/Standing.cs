namespace DtPipeline.Oracle.Filings;

/// <summary>A cell as it stands, and when it came to stand so.</summary>
public sealed record StandingCell(Cell Cell, DateTimeOffset Since);

/// <summary>What somebody was told once: a late or a revised report.</summary>
/// <param name="Of">The form that is late, or the id of the file that revises.</param>
public sealed record Notice(string Type, string Of);

/// <summary>How an organisation's period stands after some of its files.</summary>
/// <param name="Received">By form: upload of the first file that spoke of it, whatever its quality; under <see cref="Whichever"/> of the first of which nobody can tell.</param>
/// <param name="FirstAccepted">By form: upload of the first file that gave an answer to it.</param>
/// <param name="OpenFaulty">Id of the faulty file that no later one has answered.</param>
public sealed record Standing(
    Filing? Last,
    IReadOnlyDictionary<string, DateTimeOffset> Received,
    IReadOnlyDictionary<string, DateTimeOffset> FirstAccepted,
    string? OpenFaulty,
    IReadOnlyDictionary<string, StandingCell> Cells,
    IReadOnlyList<Notice> Notices)
{
    /// <summary>Stands where a form would, for files that do not let know of what they speak.</summary>
    public const string Whichever = "*";

    public static readonly Standing Empty = new(null, new Dictionary<string, DateTimeOffset>(), new Dictionary<string, DateTimeOffset>(), null, new Dictionary<string, StandingCell>(), []);

    /// <summary>Null where no file spoke of the form, nor can have.</summary>
    public DateTimeOffset? FirstReceived(string form)
    {
        DateTimeOffset? own = Received.TryGetValue(form, out var at) ? at : null;
        DateTimeOffset? any = Received.TryGetValue(Whichever, out at) ? at : null;
        return own is null || any < own ? any ?? own : own;
    }

    /// <summary>A value or a nil that stands.</summary>
    public Cell? Answer(string code) => Cells.GetValueOrDefault(code)?.Cell is { IsAnswer: true } cell ? cell : null;

    public double? Value(string code) => Cells.GetValueOrDefault(code)?.Cell.Value;
}

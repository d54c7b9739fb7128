namespace DtPipeline.Ledger;

/// <summary>What decides an organisation's obligations of a period: the ledger without its values.</summary>
/// <param name="Received">As in <see cref="LedgerState"/>.</param>
/// <param name="FirstAccepted">By form: upload of the first file that stored something of it.</param>
/// <param name="Answers">By indicator the status of its value or nil; without those taken back.</param>
public sealed record FilingFacts(
    IReadOnlyDictionary<string, DateTimeOffset> Received, IReadOnlyDictionary<string, DateTimeOffset> FirstAccepted, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Forms of which a signed paper is there.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <returns>Null where no file spoke of the form, nor can have.</returns>
    public DateTimeOffset? FirstReceived(string form) => (Received.TryGetValue(form, out var own), Received.TryGetValue(LedgerState.OfWhichever, out var some)) switch
    {
        (true, true) => own < some ? own : some,
        (true, false) => own,
        (false, true) => some,
        _ => null,
    };
}

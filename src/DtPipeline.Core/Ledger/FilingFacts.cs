namespace DtPipeline.Ledger;

/// <summary>What decides an organisation's obligations of a period: the ledger without its values.</summary>
/// <param name="FirstReceived">Upload of the first file of any quality.</param>
/// <param name="FirstAccepted">By form: upload of the first file that stored something of it.</param>
/// <param name="Answers">By indicator the status of its value or nil; without those taken back.</param>
public sealed record FilingFacts(
    DateTimeOffset? FirstReceived, IReadOnlyDictionary<string, DateTimeOffset> FirstAccepted, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Forms of which a signed paper is there.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

using System.Globalization;
using DtPipeline.Alerts;
using DtPipeline.Ledger;

namespace DtPipeline.Core.Tests;

/// <summary>The ledger of one organisation's period after some files.</summary>
internal static class LedgerSteps
{
    /// <summary>Files called f1, f2, ..., each uploaded an hour after the one before.</summary>
    public static IReadOnlyList<LedgerStep> InTurn(params IEnumerable<Filing> filings) => Replay(filings.Select((filing, n) => filing with
    {
        FileId = string.Create(CultureInfo.InvariantCulture, $"f{n + 1}"),
        UploadedAt = filing.UploadedAt.AddHours(n),
    }));

    public static IReadOnlyList<LedgerStep> Replay(IEnumerable<Filing> filings)
    {
        var steps = new List<LedgerStep>();
        foreach (var filing in filings)
        {
            steps.Add(FilingAlerts.Apply(steps.Count == 0 ? LedgerState.Empty : steps[^1].After, filing, TheCatalogue.Default));
        }

        return steps;
    }
}

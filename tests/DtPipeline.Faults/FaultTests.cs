using DtPipeline.FaultInjection.Judging;

namespace DtPipeline.FaultInjection;

public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>Each of them has once lost or left something.</summary>
    private static readonly string[] Mended =
    [
        // Alerts were committed, the answer was lost, and nothing said that they are to be sent.
        "flag Dropped after: POST $batch",

        // Obligations were written and their period was not, so that the page went on showing the old ones.
        "flag Refused 403: POST $batch",

        // Refused for another reason than that it is there, a mail counted as composed before, and as said.
        "mail Refused 409: PUT archive/mails/",
        "mail Refused 412: PUT archive/mailed/",

        // A row that was not removed was left without a mark.
        "dispatch Refused 412: DELETE Ledger(",

        // The lease of a run that died stood until there was mail again.
        "mail Killed: GET Ledger()",
    ];

    /// <summary>A few of them; the command tries all.</summary>
    [Fact]
    public async Task WhateverGoesWrongWithACallNothingIsLostAndNothingDoubled()
    {
        Assert.True(await new FaultRun(new FaultPlan(Pairs: 2, Singles: 5, Seed: 1, Skipped: 0, Mended), output.WriteLine).RunAsync());
    }
}

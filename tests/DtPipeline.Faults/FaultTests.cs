using DtPipeline.FaultInjection.Judging;
using DtPipeline.FaultInjection.Staging;

namespace DtPipeline.FaultInjection;

public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>A file that is archived and whose intake hears nothing of it.</summary>
    private static readonly string[] Single =
    [
        "ingest Dropped after: PUT archive/",
    ];

    /// <summary>A few of them; the command tries all.</summary>
    [Fact]
    public async Task WhateverGoesWrongWithACallNothingIsLostAndNothingDoubled()
    {
        await using var ground = await Ground.StartAsync(cases: 100);

        Assert.True(await new FaultRun(ground, new FaultPlan(Pairs: 6, Singles: 100, Seed: 1, Single), output.WriteLine).RunAsync());
    }
}

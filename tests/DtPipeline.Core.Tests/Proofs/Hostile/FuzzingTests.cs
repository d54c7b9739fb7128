using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

public sealed class FuzzingTests(ITestOutputHelper output)
{
    // The program of tests/DtPipeline.Fuzz reads as many as there is time for.
    private const int Files = 200;

    [Fact]
    public void WhateverHappensToAFileOnItsWayAReceiptComesOfIt()
    {
        var fuzzing = new Fuzzing(SeedFiles.All(), seed: 1);
        for (var i = 0; i < Files && fuzzing.Failure is null; i++)
        {
            fuzzing.Next();
        }

        fuzzing.Print(output.WriteLine);
        Assert.Null(fuzzing.Failure);
    }
}

using DtPipeline.Fuzz;

namespace DtPipeline.Core.Tests.Proofs.Hostile;

public sealed class FuzzingTests(ITestOutputHelper output)
{
    private const int Files = 500;

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

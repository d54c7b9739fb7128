using DtPipeline.Web.Tests.Support;

namespace DtPipeline.Web.Tests;

public sealed class RunningHostTests(RunningHost running)
{
    [Fact]
    public void RunsOnTheDayOnWhichReportsAreDue() => Assert.StartsWith("DtPipeline is running. Now: 2025-09-22 08:", running.Host.Line("DtPipeline is running."), StringComparison.Ordinal);
}

using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>Who waits at a desk for what is open does not wait for the periods of a whole country.</summary>
public sealed class ListsBetweenPeriodsTests
{
    [Fact]
    public async Task AnAlertThatComesWhilePeriodsArePublishedIsListedBeforeTheLastOfThem()
    {
        await using var pipeline = await TestPipeline.StartAsync("2023-06-20T09:00:00+07:00");
        await using var watched = new WatchedStorage(pipeline);
        await pipeline.DropAsync("P63-01/2023-Q1/bao-cao.csv", "indicator,value\nDE-08,1\n");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nDE-08,many\n");
        watched.Before = async call =>
        {
            if (call.ToString() == "PUT published/2023-Q1.json")
            {
                await pipeline.DeliverAsync();
                pipeline.Clock.Move(TimeSpan.FromMinutes(1));
            }
        };

        await watched.Get<RollUp>().RunAsync(CancellationToken.None);

        Assert.Equal(
            ["PUT published/arrivals.json", "PUT published/2023-Q1.json", "PUT published/alerts.json", "PUT published/2023-Q2.json"],
            watched.Calls.Select(c => c.ToString()).Where(c => c is "PUT published/arrivals.json" or "PUT published/alerts.json" || c.StartsWith("PUT published/2023-Q", StringComparison.Ordinal)));
    }
}

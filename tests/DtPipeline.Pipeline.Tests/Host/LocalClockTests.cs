using System.Globalization;
using DtPipeline.LocalHost.Running;

namespace DtPipeline.Pipeline.Tests.Host;

public sealed class LocalClockTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("dtpipeline-clock-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public void IsNeverBeforeTheMomentThatItWasSetTo()
    {
        var clock = new LocalClock(data.FullName);
        var midnight = DateTimeOffset.Parse("2023-06-27T00:00:00+07:00", CultureInfo.InvariantCulture);
        for (var milliseconds = 0; milliseconds < 1_000; milliseconds += 50)
        {
            var moment = midnight.AddMilliseconds(milliseconds);
            clock.Set(moment);
            Assert.True(clock.GetUtcNow() >= moment, $"{clock.GetUtcNow():O} is before {moment:O}");
        }
    }

    [Fact]
    public void GoesOnInItsTimeAfterARestart()
    {
        var clock = new LocalClock(data.FullName);
        clock.Set(DateTimeOffset.Parse("2023-07-26T08:00:00+07:00", CultureInfo.InvariantCulture));

        var again = new LocalClock(data.FullName);

        Assert.True(again.IsMoved);
        Assert.True(again.GetUtcNow() >= clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.True(clock.GetUtcNow() >= again.GetUtcNow() - TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void TheMachinesTimeIsKeptToo()
    {
        var clock = new LocalClock(data.FullName);
        clock.Set(DateTimeOffset.Parse("2023-07-26T08:00:00+07:00", CultureInfo.InvariantCulture));
        clock.Set(null);

        Assert.False(clock.IsMoved);
        Assert.False(new LocalClock(data.FullName).IsMoved);
    }
}

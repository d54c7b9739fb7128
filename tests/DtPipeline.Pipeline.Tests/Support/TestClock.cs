using System.Globalization;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>The machine's clock moved by whole seconds, so that it starts at a given moment or within the second after it: what storage writes from then on, cut to
/// whole seconds, is not before that moment. Two clocks with one shift agree.</summary>
internal sealed class TestClock : TimeProvider
{
    private TimeSpan shift;

    public TestClock(string now) => Set(now);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    public void Move(TimeSpan by) => shift += by;

    public void Set(string now)
    {
        var moment = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        shift = TimeSpan.FromSeconds(Math.Ceiling((moment - System.GetUtcNow()).TotalSeconds));
    }
}

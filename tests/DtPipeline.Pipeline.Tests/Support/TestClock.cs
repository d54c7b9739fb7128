using System.Globalization;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>The machine's clock moved by whole seconds, so that it starts at a given moment or within the second after it: what storage writes from then on, cut to
/// whole seconds, is not before that moment. Two clocks with one shift agree.</summary>
internal sealed class TestClock : TimeProvider
{
    private long later;

    public TestClock(string now) => Set(now);

    /// <summary>By how much it is before the machine's clock.</summary>
    public TimeSpan Shift { get; private set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;

    /// <summary>Of what is measured, not of the time of day.</summary>
    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref later);

    /// <summary>What was looked at until now was looked at so much longer ago, though the time of day is the same.</summary>
    public void Age(TimeSpan by) => Interlocked.Add(ref later, (long)(by.TotalSeconds * TimestampFrequency));

    public void Move(TimeSpan by) => Shift += by;

    public void Set(string now)
    {
        var moment = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        Shift = TimeSpan.FromSeconds(Math.Ceiling((moment - System.GetUtcNow()).TotalSeconds));
    }
}

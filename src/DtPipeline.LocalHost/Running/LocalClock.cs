using System.Globalization;

namespace DtPipeline.LocalHost.Running;

/// <summary>
/// The machine's clock, moved by whole seconds. The move is kept with the data, so that a restart without <c>--now</c> goes on in the same time.
/// </summary>
internal sealed class LocalClock : TimeProvider
{
    private readonly string file;
    private TimeSpan shift;

    public LocalClock(string dataFolder)
    {
        file = Path.Combine(Directory.CreateDirectory(dataFolder).FullName, "clock");
        if (File.Exists(file) && double.TryParse(File.ReadAllText(file), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            shift = TimeSpan.FromSeconds(seconds);
        }
    }

    public bool IsMoved => shift != TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <param name="now">Null for the machine's own time.</param>
    public void Set(DateTimeOffset? now)
    {
        shift = now is { } moment ? TimeSpan.FromSeconds(Math.Ceiling((moment - System.GetUtcNow()).TotalSeconds)) : TimeSpan.Zero;
        File.WriteAllText(file, shift.TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }
}

using DtPipeline.Catalogue;

namespace DtPipeline.Progress.Targets;

/// <summary>A level, and from which side it is to be reached.</summary>
internal readonly record struct Goal(double Value, Direction Direction)
{
    // Of a figure that was worked out, such as a mean, the noise of binary fractions decides nothing.
    private const double Noise = 1e-9;

    public bool IsReachedBy(double value) => Lacking(value) <= Noise;

    /// <summary>Above zero where the level is not reached yet.</summary>
    public double Lacking(double value) => Direction == Direction.Up ? Value - value : value - Value;
}

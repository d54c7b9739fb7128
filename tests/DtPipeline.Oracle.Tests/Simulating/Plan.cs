namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>What is simulated. The same plan gives the same catalogue and the same files, byte for byte.</summary>
/// <param name="Provinces">How many of the provinces of today take part, with those that they were made of; all central bodies do.</param>
/// <param name="Grants">Extensions and exemptions.</param>
/// <param name="Changes">How often the catalogue itself is changed, so that the past is judged anew.</param>
/// <param name="From">The day on which the oversight begins.</param>
/// <param name="To">The last day.</param>
internal sealed record Plan(int Seed, int Provinces, int Grants, int Changes, DateOnly From, DateOnly To)
{
    /// <summary>The part of those in time who send on the last day alone, so that it floods.</summary>
    public double LastMinute { get; init; }

    /// <summary>Days.</summary>
    public int Length => To.DayNumber - From.DayNumber;

    /// <summary>Fourteen months, over Tết 2025 and the reform of 1 July 2025.</summary>
    public static Plan Of(int seed, int provinces, int grants, int changes = 0) => new(seed, provinces, grants, changes, new DateOnly(2024, 8, 1), new DateOnly(2025, 9, 30));
}

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>How an organisation keeps its due days: a few never write, some are late, some careless, most in time.</summary>
/// <param name="Never">The part of its reports that never come.</param>
/// <param name="Late">Of those that come, the part that comes late.</param>
/// <param name="Faulty">The part with errors.</param>
internal sealed record Habit(double Never, double Late, double Faulty)
{
    public static Habit Draw(Random random) => random.NextDouble() switch
    {
        < 0.06 => new Habit(1, 0, 0),
        < 0.25 => new Habit(0.10, 0.60, 0.05),
        < 0.40 => new Habit(0.12, 0.15, 0.35),
        _ => new Habit(0.02, 0.08, 0.05),
    };
}

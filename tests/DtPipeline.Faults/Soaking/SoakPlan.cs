using DtPipeline.Oracle.Tests.Simulating;

namespace DtPipeline.FaultInjection.Soaking;

/// <param name="Minutes">Of real time, after which it ends wherever it is; how many provinces take part follows from them, so that a quiet machine comes to the end of the year.</param>
/// <param name="Hosts">Processes at any time.</param>
/// <param name="Old">Folder of a built function app, which is deployed until the middle of the year; null for this build under another version.</param>
internal sealed record SoakPlan(int Minutes, int Seed, int Hosts, string? Old)
{
    private const int MinutesOfAProvince = 4;
    private const int Grants = 40;

    // Most come on the last day.
    private const double LastMinute = 0.6;

    /// <summary>A year over Tết 2025 and the reform of 1 July 2025.</summary>
    public Plan Year => Plan.Of(Seed, Math.Max(1, Minutes / MinutesOfAProvince), Grants) with { To = new DateOnly(2025, 7, 31), LastMinute = LastMinute };
}

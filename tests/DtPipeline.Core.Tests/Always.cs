using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests;

/// <summary>
/// Properties over generated cases, the same cases in every run: as many as a build has time for, and ten times as many by <c>DTP_TIMES=10</c>. A failure shows the smallest case that FsCheck finds.
/// </summary>
internal static class Always
{
    private static readonly Config SameCasesEachTime = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithReplay(20250701UL, 63UL);

#if MUTATION
    // Each of some thousand mutants is tried against every property that meets it.
    private const int Most = 12;
#else
    private const int Most = int.MaxValue;
#endif

    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("DTP_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;

    public static void Holds<T>(Gen<T> cases, Action<T> property, int times = 200) =>
        Check.One(SameCasesEachTime.WithMaxTest(Math.Min(times * Factor, Most)), Prop.ForAll(cases.ToArbitrary(), property));
}

using System.Globalization;
using DtPipeline.Core.Tests.Proofs.Anomalies;
using DtPipeline.Progress;
using DtPipeline.Progress.Anomalies;

namespace DtPipeline.Benchmarks.Anomalies;

/// <summary>The rule for values that look wrong beside two known formulae, on the same labelled series.</summary>
internal static class AnomalyTable
{
    private const int Seed = 20250701;
    private const int Files = 500;
    private const double MostFalseAlarms = 1.0;
    private const double LeastRecall = 99.0;

    private static readonly int[] Before = [4, 6, 8, 12, 24];

    private static readonly (string Name, Func<LabelledSeries, SeriesPoint, bool> Asks)[] Rules =
    [
        ("here", (s, tested) => AnomalyRule.Of(s.Series, tested) is not null),
        ("z over all", (s, tested) => OldFormulae.IsOutlierByZ(s.Before, tested.Value!.Value)),
        ("modified z", (s, tested) => OldFormulae.IsOutlierByMedians(s.Before, tested.Value!.Value)),
    ];

    /// <returns>False where a bound is not kept.</returns>
    public static bool Run(int count)
    {
        Write($"{count:N0} series for each number of values before the tested one, seed {Seed}; percent asked about");
        Write($"{"values",6}  {"rule",-10} {"clean",6} | {"x10",6} {"x100",6} {"/10",6} {"/100",6} | {"x2",6} {"shock",6} {"after",6} | {"named",6}");
        var holds = true;
        foreach (var before in Before)
        {
            foreach (var (name, asks) in Rules)
            {
                var score = AnomalyScore.Of(asks, Seed, before, count);
                var slips = string.Join(' ', AnomalyScore.SlipFactors.Select(f => Of(score.Slips[f])));
                var named = asks == Rules[0].Asks ? Of(AnomalyScore.Named(Seed, before, count)) : string.Empty;
                Write($"{before,6}  {name,-10} {Of(score.FalseAlarms)} | {slips} | {Of(score.Doubled)} {Of(score.Shocks)} {Of(score.AfterShocks)} | {named}");
                holds &= asks != Rules[0].Asks || (score.FalseAlarms <= MostFalseAlarms && score.Slips.Values.All(r => r >= LeastRecall));
            }
        }

        Write($"clean: false alarms. shock: values that truly are 1.3 to 3 times as large or small. after: clean values after such a shift. named: slips told as the power of ten that they are.");
        var (copies, others) = CopiedFiles.Told(Seed, Files);
        Write($"{Files} files of 8 to 40 figures: {copies:0.0} % of the copies told, {others:0.0} % of the others");
        Write($"{(holds ? "within the bounds" : "NOT within the bounds")}: false alarms at most {MostFalseAlarms:0.0} %, recall of slips at least {LeastRecall:0.0} %");
        return holds;
    }

    private static string Of(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent,6:0.00}");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>What a contender says of a piece of work.</summary>
/// <param name="Seconds">Of the clock.</param>
/// <param name="Processor">Seconds of the contender's own process, which a busy machine does not stretch.</param>
/// <param name="Calls">HTTP requests; 0 where the contender does not count them.</param>
/// <param name="Peak">Working set of its process at its highest so far, in bytes.</param>
internal sealed record Taking(double Seconds, double Processor, long Files, long Observations, long Calls, long Peak)
{
    /// <summary>Seconds of the processor that the storage used for it.</summary>
    public double Storage { get; init; }

    public double FilesEachSecond => Files / Seconds;

    public double ObservationsEachSecond => Observations / Seconds;

    public double CallsEachFile => (double)Calls / Files;

    public double ProcessorEachFile => Processor / Files;

    public double StorageEachObservation => Storage / Observations;

    public static Taking Parse(string line) =>
        line.Split(' ') is [var seconds, var processor, var files, var observations, var calls, var peak]
            ? new Taking(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture), Whole(files), Whole(observations), Whole(calls), Whole(peak))
            : throw new FormatException(line);

    /// <summary>One after the other.</summary>
    public Taking Then(Taking next) => new(Seconds + next.Seconds, Processor + next.Processor, Files + next.Files, Observations + next.Observations, Calls + next.Calls, next.Peak) { Storage = Storage + next.Storage };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.000000} {Processor:0.000000} {Files} {Observations} {Calls} {Peak}");

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

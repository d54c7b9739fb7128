using System.Globalization;

namespace DtPipeline.Benchmarks.Formats;

/// <summary>What reading one file of each format takes above the idle process, each in a process of its own and at once, without a warm-up.</summary>
internal static class MemoryTable
{
    private const long Mebibyte = 1_048_576;

    /// <summary>Of any file.</summary>
    private const long Most = 250 * Mebibyte;

    /// <summary>What compiling and the libraries take, whatever is read.</summary>
    private const long Always = 40 * Mebibyte;
    private const int TimesUnpacked = 8;

    /// <summary>Parsed whole: for these a limit of their size keeps to the bound of any file.</summary>
    private static readonly HashSet<string> Parsed = new(StringComparer.Ordinal) { "html", "mhtml" };

    /// <returns>Whether every file is within its bound.</returns>
    public static bool Run(string folder)
    {
        var isWithin = true;
        foreach (var (name, content, unpacked) in MemoryFiles.All())
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, content);
            var (peak, answer) = Measured(path);
            var bound = Parsed.Contains(name) ? Most : Math.Min(Most, Always + (TimesUnpacked * unpacked));
            isWithin &= peak <= bound;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-8} {Whole(content.Length),4} MiB, unpacked {Whole(unpacked),4} MiB: {answer,-22} peak {Whole(peak),4} MiB (at most {Whole(bound),4}){(peak <= bound ? string.Empty : "  ABOVE")}"));
        }

        return isWithin;

        static double Whole(long bytes) => Math.Round((double)bytes / Mebibyte);
    }

    /// <summary>In the process that is measured: its highest working set above that before the reading, and the rows or first fault.</summary>
    public static string Of(string path)
    {
        var answer = string.Empty;
        var peak = Measurement.PeakOf(
            content =>
            {
                answer = Readings.Answer(content);
                return 0;
            },
            path);
        return string.Create(CultureInfo.InvariantCulture, $"{peak} {answer}");
    }

    private static (long Peak, string Answer) Measured(string path)
    {
        var line = Measurement.InAProcess("memory-of", path).Split(' ', 2);
        return (long.Parse(line[0], CultureInfo.InvariantCulture), line[1]);
    }
}

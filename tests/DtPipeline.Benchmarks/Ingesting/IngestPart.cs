using System.Globalization;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks.Ingesting;

/// <summary>Reports from blob to committed ledger, receipt and deltas, beside bare loops and beside what quickstarts show.</summary>
internal static class IngestPart
{
    private const long Mebibyte = 1_048_576;
    private const long MostPeak = 300 * Mebibyte;
    private const double MostCalls = 14;
    private const int FilesASlice = 40;

    public static async Task RunAsync(ResultTable table, Sizes sizes)
    {
        var (organisations, indicators, atOnce) = (sizes.Of("organisations", 340), sizes.Of("indicators", 60), sizes.Of("at-once", 8));
        var contest = new Contest();
        await contest.RunAsync(organisations, indicators, slices: sizes.Of("slices", Math.Max(1, organisations / FilesASlice)), atOnce);
        Write(table, contest.Rounds, organisations, string.Create(CultureInfo.InvariantCulture, $"{organisations:N0} organisations x {indicators} indicators x 2 periods, {atOnce} files at once"));
    }

    private static void Write(ResultTable table, IReadOnlyList<Round> rounds, int organisations, string size)
    {
        foreach (var (name, format) in new[] { ("pipeline-csv", "CSV"), ("pipeline-xlsx", "XLSX") })
        {
            var isFirst = format == "CSV";
            void Beside(string other, string what, string aim = "", Func<double, bool>? isWithin = null, bool isInShort = false) => table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{format} of {organisations:N0} organisations to ledger, receipt and deltas, beside {what}"),
                Observations(rounds.Select(r => r.RolledUp[name])),
                Observations(rounds.Select(r => r.Taken[other])),
                Median.Of(rounds.Select(r => r.RolledUp[name].ObservationsEachSecond / r.Taken[other].ObservationsEachSecond)),
                aim,
                isWithin,
                isInShort);

            // What a busy machine does not stretch.
            void Storage(string other, Func<Round, Taking> taking, string what)
            {
                var (own, others) = (Median.Of(rounds.Select(r => taking(r).StorageEachObservation)), Median.Of(rounds.Select(r => r.Taken[other].StorageEachObservation)));
                table.Add($"{format}: processor of Azurite an observation, to {what}", Microseconds(own), Microseconds(others), own / others);
            }

            table.Add($"{format}: {size}", Files(rounds.Select(r => r.RolledUp[name])));
            Beside("transactions", "(a) bare transactions of 100 entities", "at least 0.3", r => r >= 0.3, isInShort: true);
            Beside("upserts", "(b) CsvHelper, an upsert an observation, one after another", "at least 3", r => r >= 3, isInShort: true);
            Beside("upserts-16", "(b) 16 at once", "at least 1", r => r >= 1);
            Beside("node", "(c) csv-parse in JavaScript, one after another", "at least 3", r => r >= 3, isInShort: true);
            Beside("node-16", "(c) 16 at once");
            table.Add(
                $"{format} to ledger and receipt, beside (d) its bare storage calls",
                Files(rounds.Select(r => r.Taken[name])),
                Files(rounds.Select(r => r.Taken["calls"])),
                Median.Of(rounds.Select(r => r.Taken[name].FilesEachSecond / r.Taken["calls"].FilesEachSecond)),
                "at least 0.7",
                r => r >= 0.7,
                isInShort: true);
            var (own, least) = (Processor(rounds, name), Processor(rounds, "calls"));
            table.Add($"{format}: processor of the process a file, to ledger and receipt, beside (d)", Text($"{own * 1_000:0.0} ms"), Text($"{least * 1_000:0.0} ms"), own / least);
            Storage("calls", r => r.Taken[name], "ledger and receipt, beside (d)");
            Storage("transactions", r => r.RolledUp[name], "ledger, receipt and deltas, beside (a)");
            Storage("upserts-16", r => r.RolledUp[name], "ledger, receipt and deltas, beside (b) 16 at once");
            var (calls, bare, peak) = (Calls(rounds, name), Calls(rounds, "calls"), rounds.Max(r => r.RolledUp[name].Peak));
            table.Add($"{format}: storage calls a file, from blob to receipt; (d) beside it", Text($"{calls:0.0}"), Text($"{bare:0.0}"), calls / bare, "at most 14 calls", _ => calls <= MostCalls, isInShort: isFirst);
            table.Add($"{format}: memory of the process at its highest", Text($"{peak / Mebibyte:N0} MiB"), "at most 300 MiB", peak <= MostPeak, isInShort: isFirst);
        }
    }

    /// <summary>Once the catalogue is known: it is read again when the clock goes on to another quarter.</summary>
    private static double Calls(IReadOnlyList<Round> rounds, string name) => Median.Of(rounds.Select(r => (double)r.Taken[name].Calls / r.Taken[name].Files));

    private static double Processor(IReadOnlyList<Round> rounds, string name) => Median.Of(rounds.Select(r => r.Taken[name].ProcessorEachFile));

    private static string Microseconds(double seconds) => Text($"{seconds * 1_000_000:0} µs");

    private static string Observations(IEnumerable<Taking> takings) => Text($"{Median.Of(takings.Select(t => t.ObservationsEachSecond)):N0} observations/s");

    private static string Files(IEnumerable<Taking> takings) => Text($"{Median.Of(takings.Select(t => t.FilesEachSecond)):0.0} files/s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

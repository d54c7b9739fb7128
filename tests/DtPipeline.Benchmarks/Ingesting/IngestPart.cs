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

    /// <summary>Of each contender both quarters together: of all that it took, in all the time that it took.</summary>
    private static void Write(ResultTable table, IReadOnlyList<Round> rounds, int organisations, string size)
    {
        foreach (var (name, format) in new[] { ("pipeline-csv", "CSV"), ("pipeline-xlsx", "XLSX") })
        {
            var isFirst = format == "CSV";
            var (taken, rolledUp, bare) = (Both(rounds, r => r.Taken[name]), Both(rounds, r => r.RolledUp[name]), Both(rounds, r => r.Taken["calls"]));
            void Beside(string other, string what, string aim = "", Func<double, bool>? isWithin = null, bool isInShort = false)
            {
                var theirs = Both(rounds, r => r.Taken[other]);
                table.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{format} of {organisations:N0} organisations to ledger, receipt and deltas, beside {what}"),
                    Observations(rolledUp),
                    Observations(theirs),
                    rolledUp.ObservationsEachSecond / theirs.ObservationsEachSecond,
                    aim,
                    isWithin,
                    isInShort);
            }

            // What a busy machine does not stretch.
            void Storage(Taking own, string other, string what)
            {
                var theirs = Both(rounds, r => r.Taken[other]);
                table.Add(
                    $"{format}: processor of Azurite an observation, to {what}",
                    Microseconds(own.StorageEachObservation),
                    Microseconds(theirs.StorageEachObservation),
                    own.StorageEachObservation / theirs.StorageEachObservation);
            }

            table.Add($"{format}: {size}", Files(rolledUp));
            Beside("transactions", "(a) bare transactions of 100 entities", "at least 0.3", r => r >= 0.3, isInShort: true);
            Beside("upserts", "(b) CsvHelper, an upsert an observation, one after another", "at least 3", r => r >= 3, isInShort: true);
            Beside("upserts-16", "(b) 16 at once", "at least 1", r => r >= 1);
            Beside("node", "(c) csv-parse in JavaScript, one after another", "at least 3", r => r >= 3, isInShort: true);
            Beside("node-16", "(c) 16 at once");
            table.Add(
                $"{format} to ledger and receipt, beside (d) its bare storage calls",
                Files(taken),
                Files(bare),
                taken.FilesEachSecond / bare.FilesEachSecond,
                "at least 0.7",
                r => r >= 0.7,
                isInShort: true);
            table.Add(
                $"{format}: processor of the process a file, to ledger and receipt, beside (d)",
                Text($"{taken.ProcessorEachFile * 1_000:0.0} ms"),
                Text($"{bare.ProcessorEachFile * 1_000:0.0} ms"),
                taken.ProcessorEachFile / bare.ProcessorEachFile);
            Storage(taken, "calls", "ledger and receipt, beside (d)");
            Storage(rolledUp, "transactions", "ledger, receipt and deltas, beside (a)");
            Storage(rolledUp, "upserts-16", "ledger, receipt and deltas, beside (b) 16 at once");
            table.Add(
                $"{format}: storage calls a file, from blob to receipt; (d) beside it",
                Text($"{taken.CallsEachFile:0.0}"),
                Text($"{bare.CallsEachFile:0.0}"),
                taken.CallsEachFile / bare.CallsEachFile,
                "at most 14 calls",
                _ => taken.CallsEachFile <= MostCalls,
                isInShort: isFirst);
            table.Add($"{format}: memory of the process at its highest", Text($"{rolledUp.Peak / Mebibyte:N0} MiB"), "at most 300 MiB", rolledUp.Peak <= MostPeak, isInShort: isFirst);
        }
    }

    private static Taking Both(IReadOnlyList<Round> rounds, Func<Round, Taking> taking) => rounds.Select(taking).Aggregate((first, second) => first.Then(second));

    private static string Microseconds(double seconds) => Text($"{seconds * 1_000_000:0} µs");

    private static string Observations(Taking taking) => Text($"{taking.ObservationsEachSecond:N0} observations/s");

    private static string Files(Taking taking) => Text($"{taking.FilesEachSecond:0.0} files/s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using DtPipeline.Benchmarks.Table;

namespace DtPipeline.Benchmarks.Instances;

/// <summary>
/// Several hosts on one store: how much faster they take the same files than one does, and whether everything is there once. On one machine they share its processors and one Azurite,
/// which is one process that does one thing at a time: the ratio says that they do not stand in each other's way, and not what they reach on machines of their own.
/// </summary>
internal static class InstancesPart
{
    private const long Mebibyte = 1_048_576;
    private const long MostPeak = 300 * Mebibyte;
    private const int HostsWithKills = 4;
    private const int MostTold = 20;

    private static readonly int[] Fleets = [1, 2, 4, 8];

    public static async Task RunAsync(ResultTable table, Sizes sizes)
    {
        var (files, indicators, most) = (sizes.Of("files", 340), sizes.Of("indicators", 60), sizes.Of("hosts", Fleets[^1]));
        var run = new FleetRun(files, indicators);
        FleetResult? one = null;
        foreach (var hosts in Fleets.Where(h => h <= most))
        {
            var result = await run.RunAsync(hosts, kills: false);
            one ??= result;
            table.Add(
                Text($"{Name(hosts)}, 4 files at once each: {files} files of {indicators} indicators, beside one host"), Speed(result, files, indicators), Speed(one, files, indicators), one.Seconds / result.Seconds);
            table.Add(Text($"{Name(hosts)}: share of the {Environment.ProcessorCount} processors"), Shares(result));
            table.Add(Text($"{Name(hosts)}: memory of the largest at its highest"), Text($"{result.Peak / Mebibyte:N0} MiB"), "at most 300 MiB", result.Peak <= MostPeak);
            AddOnce(table, Name(hosts), result);
        }

        if (most >= HostsWithKills)
        {
            AddOnce(table, Text($"{Name(HostsWithKills)}, of which two are killed amid their files"), await run.RunAsync(HostsWithKills, kills: true), isInShort: true);
        }
    }

    private static void AddOnce(ResultTable table, string who, FleetResult result, bool isInShort = false)
    {
        foreach (var line in result.Wrong.Take(MostTold))
        {
            Console.WriteLine($"  {who}: {line}");
        }

        table.Add(
            Text($"{who}: {result.Files} files, {result.Values:N0} values and {result.Messages:N0} messages, races and timers on all hosts at once included"),
            Text($"{result.Wrong.Count} lost or doubled"),
            "0",
            result.Wrong.Count == 0,
            isInShort);
    }

    private static string Name(int hosts) => Text($"{hosts} host{(hosts == 1 ? string.Empty : "s")}");

    private static string Speed(FleetResult result, int files, int indicators) => Text($"{files / result.Seconds:0.0} files/s, {files * indicators / result.Seconds:N0} observations/s");

    private static string Shares(FleetResult result)
    {
        string Share(double processor) => Text($"{100 * processor / (result.Seconds * Environment.ProcessorCount):0} %");
        var all = result.Machine is { } machine ? $", all that ran on the machine {Share(machine)}" : string.Empty;
        return $"hosts {Share(result.Hosts)}, Azurite {Share(result.Azurite)}{all}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

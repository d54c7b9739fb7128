using System.Globalization;
using DtPipeline.Azure.Briefing;
using DtPipeline.Catalogue;
using DtPipeline.LocalHost.Services;
using DtPipeline.Time;
using Spectre.Console;

namespace DtPipeline.LocalHost.Showing;

/// <summary>Everything that the local host prints.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    /// <summary>Shows what is being done: a line that changes on a terminal, a line for each step where the output goes to a file.</summary>
    public Task<T> WhileAsync<T>(string first, Func<Action<string>, Task<T>> work)
    {
        if (console.Profile.Capabilities.Interactive)
        {
            return console.Status().StartAsync(Markup.Escape(first), context => work(text => context.Status(Markup.Escape(text))));
        }

        var last = string.Empty;
        return work(text =>
        {
            if (text != last)
            {
                console.WriteLine(text);
                last = text;
            }
        });
    }

    public void Say(string text) => console.WriteLine(text);

    /// <summary>Lines that stay whole where the output goes to a file.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            (console.Profile.Capabilities.Interactive ? console.WriteLine : (Action<string>)Console.WriteLine)(line);
        }
    }

    /// <param name="clockWasSet">To another time than the machine's.</param>
    public void Addresses(Ports ports, ShownServices services, DateTimeOffset now, bool clockWasSet, string dataFolder)
    {
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DtPipeline is running. Now: {VietnamTime.At(now):yyyy-MM-dd HH:mm} in Vietnam{(clockWasSet ? " (the clock was set)" : string.Empty)}"));
        console.WriteLine($"  http           http://127.0.0.1:{ports.Http}/api/v1/periods/2023-Q2");
        console.WriteLine($"  metrics        http://127.0.0.1:{ports.Http}{Ports.MetricsRoute}");
        console.WriteLine($"  data, e-mail   {dataFolder}, {Path.Combine(dataFolder, "mail")}");
        console.WriteLine("  storage:");
        WriteUnbroken(services.Storage);
        console.WriteLine("  service bus (topic alerts, subscriptions secretariat and secretariat-urgent):");
        WriteUnbroken(services.ServiceBus);
        console.WriteLine("Put a report into the container 'reports' as {organisation}/{period}/{file}.csv; its receipt appears in 'receipts'. Ctrl+C stops.");
    }

    public void Summary(StoreSummary summary, IReadOnlyDictionary<string, int> delivered, ReportingCatalogue catalogue, DateTimeOffset now)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"As of {VietnamTime.At(now):yyyy-MM-dd HH:mm} in Vietnam"));
        var table = new Table().Border(TableBorder.Rounded).AddColumns("what", "count", "of which");
        table.AddRow("reports taken", Total(summary.Receipts), Parts(summary.Receipts));
        table.AddRow("observations stored", Number(summary.Observations), string.Empty);
        table.AddRow("faults named", Total(summary.Faults), Parts(summary.Faults));
        table.AddRow("obligations overdue", Number(summary.Overdue.Count), string.Empty);
        table.AddRow("alerts kept", Total(summary.Alerts), Parts(summary.Alerts));
        table.AddRow("alerts delivered now", Total(delivered), Parts(delivered));
        console.Write(table);
        foreach (var line in OverdueLines.Of(summary.Overdue, catalogue))
        {
            console.WriteLine(line);
        }
    }

    /// <summary>The newest brief, last of all; an empty store has none.</summary>
    public void Brief(BriefEntry? brief, Ports ports)
    {
        if (brief is not null)
        {
            console.WriteLine($"Brief of {brief.Period}: published/briefs/{brief.Folder}, served as");
            WriteUnbroken($"http://127.0.0.1:{ports.Http}/api/v1/briefs/{brief.Folder}brief.vi.html");
        }
    }

    // The console breaks long lines at words; a connection string must stay whole to be copied.
    private static void WriteUnbroken(string text) => Console.WriteLine($"    {text}");

    private static string Total(IReadOnlyDictionary<string, int> counts) => Number(counts.Values.Sum());

    private static string Parts(IReadOnlyDictionary<string, int> counts) =>
        Markup.Escape(string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value} {c.Key.Replace("dtpipeline.", string.Empty, StringComparison.Ordinal)}")));

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}

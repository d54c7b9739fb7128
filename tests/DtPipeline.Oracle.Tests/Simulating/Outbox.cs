using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DtPipeline.Oracle.Catalogue;
using DtPipeline.Oracle.Filings;
using DtPipeline.Oracle.Tests.Writing;

namespace DtPipeline.Oracle.Tests.Simulating;

/// <summary>Writes what is sent, and keeps it with what it says.</summary>
internal sealed class Outbox(Plan plan, ReportingCatalogue catalogue, Random random)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private readonly List<(string? Organisation, string? Period, DateTimeOffset At, IReadOnlyList<Cell> Cells, string Path, byte[] Content)> sent = [];
    private readonly HashSet<(string Folder, DateTimeOffset At)> moments = [];
    private readonly Dictionary<string, int> inFolder = [];

    /// <summary>In the order of their upload.</summary>
    public IReadOnlyList<SentFile> Files =>
    [
        .. sent.OrderBy(s => s.At).ThenBy(s => s.Path, StringComparer.Ordinal).Select((s, n) => new SentFile(
            new Filing(string.Create(CultureInfo.InvariantCulture, $"f{n + 1:00000}"), s.Organisation, s.Period, s.At, Convert.ToHexString(SHA256.HashData(s.Content)), s.Cells),
            s.Path,
            s.Content)),
    ];

    /// <summary>Sends a report, if the day is one of those that are simulated and the period has begun.</summary>
    /// <returns>Of what it says the part that its layout has a place for.</returns>
    public IReadOnlyList<Cell> Send(Organisation organisation, Period period, DateOnly day, IReadOnlyList<Cell> cells, Layout layout)
    {
        var said = cells.Select(c => layout.Fit(c)).ToList();
        Keep(organisation, period, day, said, layout.Extension(), Encoding.UTF8.GetBytes(ReportText.Of(layout, period, said, catalogue)));
        return said;
    }

    public void SendBroken(Organisation organisation, Period period, DateOnly day) => Keep(organisation, period, day, [], "csv", BrokenFile.Draw(random));

    /// <summary>The same bytes once more, an hour or some days later.</summary>
    public void SendAgain(Organisation organisation, Period period, DateOnly day)
    {
        if (sent.FindLast(s => s.Organisation == organisation.Code && s.Period == period.Name) is { Content: { } content } last)
        {
            Keep(organisation, period, day, last.Cells, Path.GetExtension(last.Path)[1..], content);
        }
    }

    /// <summary>Into a folder of which no report can be.</summary>
    public void Misplace(string folder, DateOnly day) =>
        sent.Add((null, null, MomentOf(folder, day), [], string.Create(CultureInfo.InvariantCulture, $"{folder}/lac-{sent.Count}.csv"), "indicator,value\nDG-01,40\n"u8.ToArray()));

    private void Keep(Organisation organisation, Period period, DateOnly day, IReadOnlyList<Cell> cells, string extension, byte[] content)
    {
        if (day < plan.From || day > plan.To || day < period.First)
        {
            return;
        }

        var folder = $"{organisation.Code}/{period.Name}";
        var number = inFolder.GetValueOrDefault(folder) + 1;

        // Half of those who send another file overwrite the one before.
        inFolder[folder] = number > 1 && random.Next(2) == 0 ? number - 1 : number;
        var path = string.Create(CultureInfo.InvariantCulture, $"{folder}/bao-cao-{inFolder[folder]}.{extension}");
        sent.Add((organisation.Code, period.Name, MomentOf(folder, day), cells, path, content));
    }

    /// <summary>No two files of one folder have the same.</summary>
    private DateTimeOffset MomentOf(string folder, DateOnly day)
    {
        while (true)
        {
            var moment = new DateTimeOffset(day, new TimeOnly(7, 0).Add(TimeSpan.FromSeconds(random.Next(15 * 3_600))), Vietnam);
            if (moments.Add((folder, moment)))
            {
                return moment;
            }
        }
    }
}

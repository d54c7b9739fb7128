using System.Text.Json.Nodes;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Intake;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>What a newcomer gets from the samples: how the forms stand on either side of the reform, and who is overdue.</summary>
[Collection(AllSamples.Name)]
public sealed class SampleRunTests(SampleRuns runs)
{
    private static readonly string[] Overdue =
        ["2025-Q2 CENT-Q VOV", "2025-Q2 PROV-Q P63-06", "2025-Q2 PROV-Q P63-93", "2025-Q3 CENT-Q MOCST", "2025-Q3 PROV-Q P34-44", "2025-Q3 PROV-Q P34-80"];

    /// <summary>Forms that nobody has filed: thirteen months, three quarters, two half-years and a year, of provinces and of central bodies.</summary>
    private const int FiledByNobody = 38;

    [Fact]
    public void TheRunEndsWellAndSaysNothingOnStandardError()
    {
        Assert.True(runs.First is { ExitCode: 0, Errors: "" }, runs.First.Errors);
        Assert.True(runs.Second is { ExitCode: 0, Errors: "" }, runs.Second.Errors);
    }

    [Fact]
    public void TheSummaryHasEveryCount()
    {
        Assert.Single(runs.First.Output, "506 sample reports dropped.");
        Assert.Matches("^As of 2025-10-10 08:[0-9]{2} in Vietnam$", runs.First.Output.Single(l => l.StartsWith("As of", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "what | count | of which",
                "reports taken | 506 | 505 accepted, 1 accepted_with_faults",
                "observations stored | 10,244 |",
                "faults named | 7 | 1 form.incomplete, 5 unit.converted, 1 value.not_number",
                "obligations overdue | 44 |",
                "alerts kept | 87 | 1 report.faulty resolved, 4 report.late told, 44 report.overdue open, 1 report.revised told, 11 target.missed open, 1 target.off_track open, 13 task.overdue open, 1 value.anomaly open, 11 value.moved open",
                "alerts delivered now | 88 | 2 report.faulty, 4 report.late, 44 report.overdue, 1 report.revised, 11 target.missed, 1 target.off_track, 13 task.overdue, 1 value.anomaly, 11 value.moved",
            ],
            Table(runs.First));
    }

    [Fact]
    public void TheSummaryNamesWhoIsOverdue()
    {
        var text = string.Join(' ', string.Join(' ', runs.First.Output).Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(
            "overdue CENT-M, PROV-M 2024-09 to 2025-09: nobody has filed overdue CENT-Q, PROV-Q 2024-Q3 to 2025-Q1: nobody has filed "
            + "overdue CENT-A, PROV-A 2024: nobody has filed overdue CENT-H, PROV-H 2024-S2 to 2025-S1: nobody has filed "
            + "overdue CENT-Q 2025-Q2: VOV Đài Tiếng nói Việt Nam overdue PROV-Q 2025-Q2: P63-06 Bắc Kạn, P63-93 Hậu Giang "
            + "overdue CENT-Q 2025-Q3: MOCST Bộ Văn hóa, Thể thao và Du lịch overdue PROV-Q 2025-Q3: P34-44 Quảng Trị, P34-80 Tây Ninh Brief of 2025-Q3: published/briefs/2025-Q3/",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-Q2", "PROV-Q", 56, 0, 7)]
    [InlineData("2023-Q2", "CENT-Q", 26, 0, 4)]
    [InlineData("2023-Q4", "CENT-Q", 28, 1, 1)]
    [InlineData("2024-Q2", "PROV-Q", 61, 2, 0)]
    [InlineData("2025-Q2", "PROV-Q", 61, 0, 2)]
    [InlineData("2025-Q3", "PROV-Q", 32, 0, 2)]
    [InlineData("2025-Q3", "CENT-Q", 21, 0, 1)]
    public async Task EveryFormSaysHowItStands(string period, string form, int onTime, int late, int missing)
    {
        var states = (await runs.PublishedAsync(period))["forms"]!.AsArray().Single(f => (string)f!["form"]! == form)!["states"]!.AsObject();

        Assert.Equal(
            new Dictionary<string, int> { ["missing"] = missing, ["on_time"] = onTime, ["late"] = late }.Where(s => s.Value > 0).ToDictionary(),
            states.Where(s => (int)s.Value! > 0).ToDictionary(s => s.Key, s => (int)s.Value!));
    }

    [Fact]
    public async Task ExactlyTheSixAreOverdueByThemselves()
    {
        var open = await OpenStore.RowsAsync(runs.Store.Account.Alerts, "State eq 'open' and Type eq 'dtpipeline.report.overdue'");

        var single = open.Where(a => !a.PartitionKey.StartsWith('@')).ToList();
        Assert.Equal(Overdue, single.Select(a => $"{a.GetString("Period")} {a.GetString("Form")} {a.PartitionKey}").Order(StringComparer.Ordinal));
        Assert.Equal(FiledByNobody, open.Count - single.Count);
        Assert.All(open, a => Assert.Equal("red", a.GetString("Severity")));
    }

    [Fact]
    public async Task EveryAlertIsInTheArchiveOnce()
    {
        var alerts = await runs.AlertsAsync();

        Assert.Equal(
            Overdue.Select(o => $"{o} raised red"),
            alerts.Where(a => (string)a["type"]! == "dtpipeline.report.overdue" && !((string)a["data"]!["organisation"]!).StartsWith('@')).Select(Says).Order(StringComparer.Ordinal));
        Assert.Equal(88, alerts.Count);
        Assert.Equal(88, alerts.Select(a => (string)a["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task TheValuesThatMovedAreToldOnce()
    {
        var moved = (await runs.AlertsAsync()).Where(a => (string)a["type"]! == "dtpipeline.value.moved").ToList();

        Assert.Equal(
            [
                "MOET DG-06 89.2 76.1 2023-Q1",
                "MOJ DG-17 85.8 74.9 2023-Q2",
                "P34-12 P06-02 29.7 41.1 2025-Q2",
                "P34-38 DE-08 4450 456 2025-Q2",
                "P63-14 IN-01 30 14 2023-Q1",
                "P63-22 DG-05 33.36 45.5 2023-Q2",
                "P63-24 DG-05 21.4 35.6 2023-Q1",
                "P63-38 DE-08 423 4450 2024-Q2",
                "P63-48 DE-08 2388 3949 2023-Q4",
                "P63-51 DG-17 87.5 75.1 2023-Q1",
                "P63-91 DE-08 170 306 2023-Q1",
            ],
            moved.Select(MovedFigure).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryReportHasItsReceiptAndItsBytesAreKept()
    {
        var reports = await OpenStore.NamesAsync(runs.Store.Account.Reports);
        var receipts = await OpenStore.NamesAsync(runs.Store.Account.Receipts);
        var archive = await OpenStore.NamesAsync(runs.Store.Account.Archive);

        Assert.Equal(506, reports.Count);
        Assert.Equal(Stored.ReceiptsOf(reports).Append("P63-26/2024-Q2/so-lieu-quy-2.xlsx.annotated.xlsx").Order(StringComparer.Ordinal), receipts);
        Assert.Equal(506, archive.Count(a => !AlertArchive.Holds(a)));
        Assert.Empty(await OpenStore.RowsAsync(runs.Store.Account.Pending, "PartitionKey eq 'pending'"));
    }

    [Fact]
    public async Task OneMailToEachWhoIsToldNamesWhoIsOverdueInVietnameseAndEnglish()
    {
        const string first = "report.overdue~2024-09~CENT-M~1~raised";
        Assert.Equal([$"{first}~COMMITTEE.eml", $"{first}~SECRETARIAT.eml"], runs.MailAfterFirst.Keys.Where(f => !f.StartsWith("digest~", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, $"{first}~SECRETARIAT.eml"));

        Assert.Equal(("dtpipeline@localhost", "secretariat@localhost", $"<{first}~SECRETARIAT@127.0.0.1>"), (mail["From"], mail["To"], mail["Message-ID"]));
        Assert.StartsWith("[DtPipeline] 68 cảnh báo đỏ: ", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains(
            "- [ĐỎ] quá hạn 15 ngày (hạn 25/09/2025), chưa nộp «Báo cáo quý của địa phương» kỳ 2025-Q3, 2 cơ quan: Quảng Trị, Tây Ninh.\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains(
            "- [RED] 15 days overdue (due 2025-09-25), not filed: the 'Quarterly report of provinces' for 2025-Q3, 2 organisations: Quang Tri, Tay Ninh.\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Quảng Trị, Tây Ninh.</bdi></li>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDigestOfTheSecretariatNamesAllOfThem()
    {
        var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, "digest~2025-10-10~SECRETARIAT.eml"));

        Assert.Equal("[DtPipeline] 10/10/2025: 86 mới, 0 nặng hơn, 0 còn mở, 0 đã xong", mail["Subject"]);
        Assert.Contains("\nMới (86)\n- [ĐỎ] ", mail.Body, StringComparison.Ordinal);
        Assert.Contains("\n- [RED] All 34 organisations have not filed the 'Monthly report of provinces' for 2025-09: 15 days overdue (due 2025-09-25).", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryMailIsDatedByTheClockThatWasSet()
    {
        Assert.Equal(4, runs.MailAfterFirst.Count);
        foreach (var file in runs.MailAfterFirst.Keys)
        {
            var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, file));
            Assert.StartsWith("Fri, 10 Oct 2025 01:", mail["Date"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ASecondRunDropsNothingAndDeliversNothing()
    {
        Assert.Single(runs.Second.Output, "0 sample reports dropped.");
        Assert.Equal(Table(runs.First)[..^1], Table(runs.Second)[..^1]);
        Assert.Equal("alerts delivered now | 0 |", Table(runs.Second)[^1]);
    }

    [Fact]
    public void ASecondRunLeavesTheStoreAndTheMailAsTheyWere()
    {
        Assert.NotEmpty(runs.StoreAfterFirst);
        Assert.Equal(runs.StoreAfterFirst, runs.StoreAfterSecond);
        Assert.Equal(runs.MailAfterFirst, runs.MailAfterSecond);
    }

    private static string Says(JsonNode alert) =>
        $"{alert["data"]!["period"]} {alert["data"]!["form"]} {alert["data"]!["organisation"]} {alert["data"]!["state"]} {alert["data"]!["severity"]}";

    private static string MovedFigure(JsonNode alert)
    {
        var figure = alert["data"]!["figures"]!.AsArray().Single()!;
        return $"{alert["data"]!["organisation"]} {figure["indicator"]} {figure["previous"]} {figure["value"]} {figure["previousPeriod"]}";
    }

    /// <summary>The rows of the table on the screen, without its frame; what a cell has more than a line holds belongs to the row above.</summary>
    private static List<string> Table(Ended run)
    {
        var rows = new List<string>();
        foreach (var cells in run.Output.Where(l => l.StartsWith('│')).Select(l => l[1..^1].Split('│', StringSplitOptions.TrimEntries)))
        {
            if (cells[0].Length == 0)
            {
                rows[^1] += $" {cells[^1]}";
            }
            else
            {
                rows.Add(string.Join(" | ", cells).TrimEnd());
            }
        }

        return rows;
    }
}

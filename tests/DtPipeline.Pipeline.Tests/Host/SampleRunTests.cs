using System.Text.Json.Nodes;
using DtPipeline.Azure.Alerting;
using DtPipeline.Pipeline.Tests.Intake;

namespace DtPipeline.Pipeline.Tests.Host;

/// <summary>What a newcomer gets from the samples: the totals that the press published in July 2023, and who is overdue.</summary>
public sealed class SampleRunTests(SampleRuns runs) : IClassFixture<SampleRuns>
{
    private static readonly string[] Overdue = ["CEMA", "HCMM", "MOCST", "P63-06", "P63-12", "P63-35", "P63-58", "P63-67", "P63-84", "P63-95", "VASS"];

    [Fact]
    public void TheRunEndsWellAndSaysNothingOnStandardError()
    {
        Assert.True(runs.First is { ExitCode: 0, Errors: "" }, runs.First.Errors);
        Assert.True(runs.Second is { ExitCode: 0, Errors: "" }, runs.Second.Errors);
    }

    [Fact]
    public void TheSummaryHasEveryCount()
    {
        Assert.Single(runs.First.Output, "175 sample reports dropped.");
        Assert.Matches("^As of 2023-07-26 08:[0-9]{2} in Vietnam$", runs.First.Output.Single(l => l.StartsWith("As of", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "what | count | of which",
                "reports taken | 175 | 175 accepted",
                "observations stored | 3,533 |",
                "faults named | 0 |",
                "obligations overdue | 11 |",
                "alerts kept | 16 | 11 report.overdue open, 5 value.moved open",
                "alerts delivered now | 16 | 11 report.overdue, 5 value.moved",
            ],
            Table(runs.First));
    }

    [Fact]
    public void TheSummaryNamesWhoIsOverdue()
    {
        var text = string.Join(' ', string.Join(' ', runs.First.Output).Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.EndsWith(
            "overdue CENT-Q 2023-Q2: CEMA Ủy ban Dân tộc, HCMM Ban Quản lý Lăng Chủ tịch Hồ Chí Minh, MOCST Bộ Văn hóa, Thể thao và Du lịch, "
            + "VASS Viện Hàn lâm Khoa học xã hội Việt Nam "
            + "overdue PROV-Q 2023-Q2: P63-06 Bắc Kạn, P63-12 Lai Châu, P63-35 Hà Nam, P63-58 Ninh Thuận, P63-67 Đắk Nông, P63-84 Trà Vinh, P63-95 Bạc Liêu",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GOV-01", "@provinces", 36, 56, 63)]
    [InlineData("GOV-01", "@ministries", 3, 26, 30)]
    [InlineData("GOV-02", "@provinces", 29, 56, 63)]
    [InlineData("GOV-03", "@provinces", 31, 56, 63)]
    public async Task ThePublishedPeriodHasThePublishedTotals(string indicator, string group, int yes, int reported, int owed)
    {
        var period = await OpenStore.JsonAsync(runs.Store.Account.Published, "2023-Q2.json");

        var figure = Figure(period, indicator, group);

        Assert.Equal((yes, "count_yes", reported, owed), ((int)figure["value"]!, (string)figure["method"]!, (int)figure["reported"]!, (int)figure["owed"]!));
    }

    [Theory]
    [InlineData("IN-01", 266)]
    [InlineData("DS-05", 69_000)]
    [InlineData("DS-06", 320_000)]
    public async Task TheSumsOfTheFirstQuarterAreThePublishedOnes(string indicator, double sum)
    {
        var figure = Figure(await OpenStore.JsonAsync(runs.Store.Account.Published, "2023-Q1.json"), indicator, "@provinces");

        Assert.Equal((sum, "sum"), ((double)figure["value"]!, (string)figure["method"]!));
    }

    [Theory]
    [InlineData("PROV-Q", 56, 7)]
    [InlineData("CENT-Q", 26, 4)]
    public async Task EveryFormSaysHowItStands(string form, int onTime, int missing)
    {
        var period = await OpenStore.JsonAsync(runs.Store.Account.Published, "2023-Q2.json");

        var states = period["forms"]!.AsArray().Single(f => (string)f!["form"]! == form)!["states"]!.AsObject();

        Assert.Equal(
            new Dictionary<string, int> { ["missing"] = missing, ["on_time"] = onTime },
            states.Where(s => (int)s.Value! > 0).ToDictionary(s => s.Key, s => (int)s.Value!));
    }

    [Fact]
    public async Task ExactlyTheElevenAreMissing()
    {
        var missing = await OpenStore.RowsAsync(runs.Store.Account.Obligations, "State eq 'missing'");
        var open = await OpenStore.RowsAsync(runs.Store.Account.Alerts, "State eq 'open' and Type eq 'dtpipeline.report.overdue'");

        Assert.Equal(Overdue, missing.Select(o => o.RowKey).Order(StringComparer.Ordinal));
        Assert.All(missing, o => Assert.StartsWith("2023-Q2~", o.PartitionKey, StringComparison.Ordinal));
        Assert.Equal(Overdue, open.Select(a => a.PartitionKey).Order(StringComparer.Ordinal));
        Assert.All(open, a => Assert.Equal("red", a.GetString("Severity")));
    }

    [Fact]
    public async Task EveryAlertIsInTheArchiveOnce()
    {
        var alerts = await runs.AlertsAsync();

        Assert.Equal(
            Overdue.Select(o => $"dtpipeline.report.overdue {o} 2023-Q2 raised red"),
            alerts.Where(a => (string)a["type"]! == "dtpipeline.report.overdue").Select(Says).Order(StringComparer.Ordinal));
        Assert.Equal(16, alerts.Count);
        Assert.Equal(16, alerts.Select(a => (string)a["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task TheFiveValuesThatMovedAreToldOnce()
    {
        var moved = (await runs.AlertsAsync()).Where(a => (string)a["type"]! == "dtpipeline.value.moved").ToList();

        Assert.Equal(
            [
                "MOET DG-06 89.2 76.1 2023-Q1",
                "P63-14 IN-01 30 14 2023-Q1",
                "P63-24 DG-05 21.4 35.6 2023-Q1",
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

        Assert.Equal(175, reports.Count);
        Assert.Equal(Stored.ReceiptsOf(reports), receipts);
        Assert.Equal(175, archive.Count(a => !AlertArchive.Holds(a)));
        Assert.Empty(await OpenStore.RowsAsync(runs.Store.Account.Pending, "PartitionKey eq 'pending'"));
    }

    [Fact]
    public async Task OneMailToEachWhoIsToldNamesTheElevenInVietnameseAndEnglish()
    {
        const string first = "report.overdue~2023-Q2~CEMA~CENT-Q~1~raised";
        Assert.Equal([$"{first}~COMMITTEE.eml", $"{first}~SECRETARIAT.eml"], runs.MailAfterFirst.Keys.Where(f => !f.StartsWith("digest~", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, $"{first}~SECRETARIAT.eml"));

        Assert.Equal(("dtpipeline@localhost", "secretariat@localhost", $"<{first}~SECRETARIAT@127.0.0.1>"), (mail["From"], mail["To"], mail["Message-ID"]));
        Assert.StartsWith("[DtPipeline] 11 cảnh báo đỏ: quá hạn 30 ngày (hạn 26/06/2023), chưa nộp ", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains(
            "- [ĐỎ] quá hạn 30 ngày (hạn 26/06/2023), chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2, 7 cơ quan: "
            + "Bắc Kạn, Lai Châu, Hà Nam, Ninh Thuận, Đắk Nông, Trà Vinh, Bạc Liêu.\n",
            mail.Body,
            StringComparison.Ordinal);
        Assert.Contains(
            "- [RED] 30 days overdue (due 2023-06-26), not filed: the 'Quarterly report of provinces' for 2023-Q2, 7 organisations: "
            + "Bac Kan, Lai Chau, Ha Nam, Ninh Thuan, Dak Nong, Tra Vinh, Bac Lieu.\n",
            mail.Body,
            StringComparison.Ordinal);
        Assert.Contains("Bắc Kạn, Lai Châu, Hà Nam, Ninh Thuận, Đắk Nông, Trà Vinh, Bạc Liêu.</bdi></li>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDigestOfTheSecretariatNamesAllSixteen()
    {
        var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, "digest~2023-07-26~SECRETARIAT.eml"));

        Assert.Equal("[DtPipeline] 26/07/2023: 16 mới, 0 nặng hơn, 0 còn mở, 0 đã xong", mail["Subject"]);
        Assert.Contains("\nMới (16)\n- [ĐỎ] ", mail.Body, StringComparison.Ordinal);
        Assert.Contains("\n- [RED] 30 days overdue (due 2023-06-26), not filed: the 'Quarterly report of provinces' for 2023-Q2, 7 organisations: Bac Kan, ", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryMailIsDatedByTheClockThatWasSet()
    {
        Assert.Equal(4, runs.MailAfterFirst.Count);
        foreach (var file in runs.MailAfterFirst.Keys)
        {
            var mail = await Mail.ReadAsync(Path.Combine(runs.MailFolder, file));
            Assert.StartsWith("Wed, 26 Jul 2023 01:", mail["Date"], StringComparison.Ordinal);
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

    private static JsonNode Figure(JsonNode period, string indicator, string group) => period["indicators"]!.AsArray()
        .Single(i => (string)i!["code"]! == indicator)!["groups"]!.AsArray()
        .Single(g => (string)g!["group"]! == group)!["figure"]!;

    private static string Says(JsonNode alert) =>
        $"{alert["type"]} {alert["data"]!["organisation"]} {alert["data"]!["period"]} {alert["data"]!["state"]} {alert["data"]!["severity"]}";

    private static string MovedFigure(JsonNode alert)
    {
        var figure = alert["data"]!["figures"]!.AsArray().Single()!;
        return $"{alert["data"]!["organisation"]} {figure["indicator"]} {figure["previous"]} {figure["value"]} {figure["previousPeriod"]}";
    }

    /// <summary>The rows of the table on the screen, without its frame.</summary>
    private static List<string> Table(Ended run) =>
    [
        .. run.Output.Where(l => l.StartsWith('│')).Select(l => string.Join(" | ", l[1..^1].Split('│', StringSplitOptions.TrimEntries)).TrimEnd()),
    ];
}

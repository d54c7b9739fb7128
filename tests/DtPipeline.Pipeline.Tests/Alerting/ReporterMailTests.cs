using DtPipeline.Pipeline.Tests.Host;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Who sends by storage is answered by mail. The quarterly reports of 2023-Q2 were due on Monday, 26 June 2023.</summary>
public sealed class ReporterMailTests
{
    private const string Recipients = """
        code,name,address,organisations,forms,least_severity,told,view
        SEC,Tổ thư ký,sec@example.test,@all,,green,first,overseer
        HN,Hà Nội,hn@example.test,P63-01,,green,first,reporter
        DN,Đà Nẵng,dn@example.test,P63-48,,red,first,reporter

        """;

    [Fact]
    public async Task AFileWithErrorsIsAnsweredWithItsFirstTenFaultsAndOneWithoutIsNot()
    {
        await using var pipeline = await StartAsync();

        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n" + string.Concat(Enumerable.Range(1, 12).Select(n => $"KHONG-CO-{n:00},1\n")));
        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();

        var file = Assert.Single(Mails(pipeline), m => m.Contains("report.faulty~", StringComparison.Ordinal));
        Assert.EndsWith("~1~raised~HN.eml", file, StringComparison.Ordinal);
        var mail = await Mail.ReadAsync(file);
        Assert.Equal(
            ("hn@example.test", "[DtPipeline] Hà Nội 2023-Q2, «bao-cao.csv»: đã nhận một phần, có lỗi cần sửa"), (mail["To"], mail["Subject"]));
        Assert.Contains("The first faults\n- row 3: ", mail.Body, StringComparison.Ordinal);
        Assert.Contains("\n- row 12: ", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n- row 13: ", mail.Body, StringComparison.Ordinal);
        Assert.Contains("\n- and 3 more in the receipt\n\nrows: 1 stored, 12 with errors, 0 empty\n", mail.Body, StringComparison.Ordinal);
        const string Look = "/files/receipt?path=P63-01%2F2023-Q2%2Fbao-cao.csv";
        Assert.EndsWith("/help/vi/senders#receipt\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"{Look}\nTrợ giúp – Help: http", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"{Look}\">", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRejectedFileIsAnsweredInAMailOfItsOwnWhateverElseIsAskedFor()
    {
        await using var pipeline = await StartAsync();

        await pipeline.DropAsync("P63-48/2023-Q2/mot.csv", "indicator,value\nKHONG-CO,1\n");
        await pipeline.DropAsync("P63-48/2023-Q2/hai.csv", "indicator,value\nKHONG-CO,2\n");
        await pipeline.SettleAsync();

        var subjects = new List<string>();
        foreach (var file in Mails(pipeline).Where(m => m.EndsWith("~DN.eml", StringComparison.Ordinal)))
        {
            subjects.Add((await Mail.ReadAsync(file))["Subject"]);
        }

        Assert.Equal(
            ["[DtPipeline] Đà Nẵng 2023-Q2, «hai.csv»: không nhận được số liệu", "[DtPipeline] Đà Nẵng 2023-Q2, «mot.csv»: không nhận được số liệu"],
            subjects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFileThatAnotherHasTakenThePlaceOfIsAnsweredByWhatItsAlertSays()
    {
        await using var pipeline = await StartAsync();

        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nKHONG-CO,1\n");
        pipeline.Clock.Set("2023-06-19T10:00:00+07:00");
        await pipeline.DropAsync("P63-01/2023-Q2/bao-cao.csv", "indicator,value\nKHONG-CO,2\nGOV-01,1\n");
        await pipeline.SettleAsync();

        var subjects = new List<string>();
        foreach (var file in Mails(pipeline).Where(m => m.EndsWith("~HN.eml", StringComparison.Ordinal)))
        {
            subjects.Add((await Mail.ReadAsync(file))["Subject"]);
        }

        subjects.Sort(StringComparer.Ordinal);
        Assert.Equal(2, subjects.Count);
        Assert.Equal("[DtPipeline] Hà Nội 2023-Q2, «bao-cao.csv»: đã nhận một phần, có lỗi cần sửa", subjects[0]);
        Assert.StartsWith("[DtPipeline] P63-01 2023-Q2: ", subjects[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsDueSoonIsRemindedOfOnceAndNotOnceMoreWhenTheFirstHasFiled()
    {
        await using var pipeline = await StartAsync();
        pipeline.Clock.Set("2023-06-21T08:00:00+07:00");
        await pipeline.SettleAsync();

        var reminder = await Mail.ReadAsync(Assert.Single(OfReporters(pipeline)));
        Assert.Equal("hn@example.test", reminder["To"]);
        Assert.Contains("- [XANH] Hà Nội chưa nộp «Báo cáo quý của địa phương» kỳ 2023-Q2: còn 5 ngày (hạn 26/06/2023).", reminder.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("63", reminder.Body, StringComparison.Ordinal);

        await pipeline.DropAsync("P63-48/2023-Q2/bao-cao.csv", "indicator,value\nGOV-01,1\n");
        await pipeline.SettleAsync();
        Assert.Single(OfReporters(pipeline));
    }

    private static async Task<TestPipeline> StartAsync()
    {
        var pipeline = await FewBodies.StartAsync("2023-06-19T09:00:00+07:00", codes: ["P63-01", "P63-48", "P34-01", "P34-48"]);
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(Recipients));
        return pipeline;
    }

    private static IEnumerable<string> OfReporters(TestPipeline pipeline) => Mails(pipeline).Where(m => !m.EndsWith("~SEC.eml", StringComparison.Ordinal));

    private static string[] Mails(TestPipeline pipeline) => Directory.GetFiles(pipeline.MailFolder, "*.eml");
}

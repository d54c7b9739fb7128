using System.Reflection;
using System.Text.RegularExpressions;
using DtPipeline.Azure.Telemetry;
using DtPipeline.LocalHost.Showing;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Logging;

namespace DtPipeline.Pipeline.Tests.Telemetry;

/// <summary>Logs hold no value of a report, no address and no person's name: what a message may name is listed here.</summary>
public sealed partial class LogTests
{
    private static readonly string[] Allowed =
    [
        // Files and what they are about: codes, counts and states.
        "Path", "Status", "Rows", "Faulty", "FileId", "Partition", "Period", "Organisations", "Day", "Moment", "Source", "Recipient",

        // How much was done.
        "Alerts", "Changed", "Changes", "Count", "Figures", "Files", "Partitions", "Reports", "Failures", "Owed", "MessageId",

        // Why not: sentences of our own, without what was found.
        "Outcome", "Reason", "Problem",

        // The local host.
        "Function", "Attempt", "Most",
    ];

    private static readonly IReadOnlyList<string> Templates =
    [
        .. new[] { typeof(PipelineMetrics).Assembly, typeof(Functions.Reports).Assembly, typeof(Screen).Assembly }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
            .OfType<string>(),
    ];

    [Fact]
    public void NoMessageNamesAValueAnAddressOrAPerson()
    {
        var named = Templates.SelectMany(t => Parameter().Matches(t)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

        Assert.True(Templates.Count > 15);
        Assert.Empty(named.Except(Allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void NothingIsLoggedButByThoseMessages()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);

        Assert.DoesNotContain(sources, f => LoggedByHand().IsMatch(File.ReadAllText(f)));
    }

    [Fact]
    public async Task AMailServerThatFailsIsToldOfWithoutTheAddress()
    {
        await using var pipeline = await TestPipeline.StartAsync(
            "2023-06-27T07:30:00+07:00",
            settings: new Dictionary<string, string?> { ["DtPipeline:SmtpHost"] = "127.0.0.1", ["DtPipeline:SmtpPort"] = $"{Nobody.Port}", ["DtPipeline:CatalogueEvery"] = "00:00:00" });
        await pipeline.SettleAsync();
        await pipeline.Account.Catalogue.GetBlobClient("recipients.csv").UploadAsync(BinaryData.FromString(
            "code,name,address,organisations,forms,least_severity,told,view\nSEC,Tổ thư ký,nguyen.van.a@example.gov.vn,@all,,green,first,overseer\n"));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(pipeline.SendDigestsAsync);

        Assert.Equal("The mail server 127.0.0.1 did not take the mail digest~2023-06-27~SEC: SocketException. All mail waits and is tried again.", thrown.Message);
        Assert.Null(thrown.InnerException);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<!Math)\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(")]
    private static partial Regex LoggedByHand();
}

using System.Reflection;
using System.Text.RegularExpressions;
using DtPipeline.Alerts;
using DtPipeline.Azure.Alerting;
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
        "Path", "Status", "Rows", "Faulty", "FileId", "Partition", "Period", "Organisations", "Day", "Source", "Recipient",

        // How much was done.
        "Alerts", "Changed", "Changes", "Count", "Files", "Partitions", "Reports", "Failures", "Owed", "MessageId",

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
        var port = Repository.FreePort();
        await using var pipeline = await TestPipeline.StartAsync(
            settings: new Dictionary<string, string?> { ["DtPipeline:SmtpHost"] = "127.0.0.1", ["DtPipeline:SmtpPort"] = $"{port}" });
        var digest = new SentDigest("SECRETARIAT", new DateOnly(2024, 7, 1), "Subject", "Body", DigestMemory.Nothing);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => pipeline.Get<AlertMail>().SendAsync("nguyen.van.a@example.gov.vn", digest, CancellationToken.None));

        Assert.Equal("The mail server 127.0.0.1 did not take message digest~2024-07-01~SECRETARIAT: GeneralFailure. It is tried again.", thrown.Message);
        Assert.Null(thrown.InnerException);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(")]
    private static partial Regex LoggedByHand();
}

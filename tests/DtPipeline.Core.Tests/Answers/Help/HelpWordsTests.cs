using DtPipeline.Alerts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Answers.Views;
using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Deadlines;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Progress;

namespace DtPipeline.Core.Tests.Answers.Help;

public sealed class HelpWordsTests
{
    public static TheoryData<string> Languages => ["vi", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryKindOfFaultIsExplainedUnderItsCode(string language)
    {
        var page = HelpRead.Page($"{language}/faults");

        foreach (var kind in FaultKinds.All)
        {
            var entry = page.GetElementById(kind.Code);
            Assert.NotNull(entry);
            Assert.Contains(language == "vi" ? kind.Meaning!.Vi : kind.Meaning!.En, entry.TextContent, StringComparison.Ordinal);
            Assert.Contains(language == "vi" ? kind.Remedy!.Vi : kind.Remedy!.En, entry.TextContent, StringComparison.Ordinal);
            Assert.Contains(language == "vi" ? kind.Example!.Fault.Message.Vi : kind.Example!.Fault.Message.En, entry.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(FaultKinds.All.Count(), page.QuerySelectorAll("article").Length);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryWordOfTheProductIsExplained(string language)
    {
        var page = HelpRead.Page($"{language}/words");

        Assert.All(Words(), w => Assert.NotNull(page.GetElementById(w)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryClassOfTheViewsIsExplainedWithItsMark(string language)
    {
        var rows = HelpRead.Page($"{language}/words").QuerySelectorAll("th[scope=row]").Select(r => r.TextContent).ToList();

        Assert.All(ViewClass.All, c => Assert.Contains($"{c.Mark} {(language == "vi" ? c.Label.Vi : c.Label.En)} {c.Name}", rows));
    }

    [Fact]
    public void TheGuideSaysTheNumbersOfTheSettings()
    {
        var input = HelpRead.Input with { Timing = new AlertTiming(RemindWorkingDays: 4, RedAfterDays: 17, NextRecipientAfterDays: 33), MostReportBytes = 7 * 1_048_576, LongestSnooze = TimeSpan.FromDays(41) };
        var secretariat = HelpRead.TextOf("vi/secretariat", input);

        Assert.Contains("trước hạn 4 ngày làm việc", secretariat, StringComparison.Ordinal);
        Assert.Contains("quá hạn hơn 17 ngày", secretariat, StringComparison.Ordinal);
        Assert.Contains("quá hạn hơn 33 ngày", secretariat, StringComparison.Ordinal);
        Assert.Contains("tối đa 41 ngày", secretariat, StringComparison.Ordinal);
        Assert.Contains("tối đa 7 MiB", HelpRead.TextOf("vi/senders", input), StringComparison.Ordinal);
        Assert.Contains("up to 7 MiB", HelpRead.TextOf("en/senders", input), StringComparison.Ordinal);
    }

    /// <summary>Anchors of whatever a receipt, an alert, a view or a brief can say.</summary>
    private static IEnumerable<string> Words() =>
    [
        .. Enum.GetValues<ObligationState>().Select(s => $"state.{Obligation.NameOf(s)}"),
        .. Enum.GetValues<FilingStatus>().Select(s => $"status.{Receipt.NameOf(s)}"),
        .. Enum.GetValues<Severity>().Select(s => $"severity.{ReceiptFault.NameOf(s)}"),
        .. Enum.GetValues<AlertSeverity>().Select(s => $"colour.{AlertTransition.NameOf(s)}"),
        .. Enum.GetValues<AlertState>().Select(s => $"alert-state.{AlertLife.NameOf(s)}"),
        .. typeof(AlertType).GetFields().Select(f => $"alert.{f.GetValue(null)}"),
        .. Enum.GetValues<TargetStatus>().Select(s => $"target.{Snake(s.ToString())}"),
        .. Enum.GetValues<TaskState>().Select(s => $"task.{Snake(s.ToString())}"),
        .. ObservationStatus.All.Select(s => $"observation.{s}"),
    ];

    private static string Snake(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

using DtPipeline.FaultInjection.Disturbing;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Judging;

/// <summary>Holds what a disturbed case has left against what the undisturbed one has.</summary>
internal static class Verdict
{
    /// <returns>What is wrong; empty where nothing is.</returns>
    public static IReadOnlyList<string> Of(StoreState expected, StoreState actual, IReadOnlyList<string> unanswered, IReadOnlyList<(Call Call, Fault Fault)> met) =>
    [
        .. unanswered,
        .. actual.Marks,
        .. StoreDump.Differences(expected.Lines, actual.Lines),
        .. StoreDump.Differences(Distinct(expected.Mails), Distinct(actual.Mails)).Select(d => $"mail {d}"),
        .. MayRepeatMail(met) ? [] : actual.Mails.GroupBy(m => (m.To, m.MessageId)).Where(g => g.Count() > 1).Select(g => $"mail sent {g.Count()} times: {g.Key.MessageId} to {g.Key.To}"),
    ];

    /// <summary>With its content: a mail that comes again is the same.</summary>
    private static List<string> Distinct(IEnumerable<ArrivedMail> mails) => [.. mails.Distinct().Select(m => $"to {m.To} {m.MessageId} {m.Content}")];

    /// <summary>What the mail server answered was lost: with the process, or on its way into the archive.</summary>
    private static bool MayRepeatMail(IReadOnlyList<(Call Call, Fault Fault)> met) =>
        met.Any(m => m.Fault.Kind is Kind.Killed or Kind.Away || m.Call.Name.StartsWith("PUT archive/mailed/", StringComparison.Ordinal));
}

using DtPipeline.Answers.Receipts;
using DtPipeline.Faults;
using DtPipeline.Reading;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Faults;

/// <summary>The page <c>docs/faults.md</c>, as the code says it.</summary>
internal static class FaultDocument
{
    private const string Top = """
        # Faults

        What a receipt can say of a report: written by a test from `FaultKinds` and `NothingWords` in `src/DtPipeline.Core`. After a change
        there, `DTP_ACCEPT=1 dotnet test --project tests/DtPipeline.Core.Tests --filter FaultDocumentTests` writes it anew.

        - **error** (lỗi): the cell, row or file is not stored.
        - **warning** (cảnh báo): stored, but somebody should look at it.
        - **info** (thông tin): nothing is wrong.
        """;

    public static string Text() => string.Join("\n\n", [Top, Kinds(), Words()]) + "\n";

    private static string Kinds() => Table(
        ["code", "severity", "meaning", "example", "what to do"],
        FaultKinds.All.OrderBy(k => k.Code, StringComparer.Ordinal).Select(k => new[]
        {
            Code(k.Code),
            ReceiptFault.NameOf(k.Severity),
            Both(k.Meaning!),
            (k.Example!.Wrote is { } wrote ? $"{Code(wrote)} → " : string.Empty) + Both(k.Example.Fault.Message),
            Both(k.Remedy!),
        }));

    private static string Words() => "## Words for nothing\n\nCapital letters make no difference.\n\n" + Table(
        ["meaning", "written as"],
        [
            [
                "missing (chưa có số liệu): no value yet; the row stores nothing",
                $"a blank cell; one or more of {Each(NothingWords.Dashes.Select(c => c.ToString()))}; one or more of {Each(NothingWords.Dots.Select(c => c.ToString()))}; {Each(NothingWords.Missing)}",
            ],
            ["nil (không phát sinh): an answer, there is nothing to report", Each(NothingWords.Nil)],
        ]);

    private static string Each(IEnumerable<string> words) => string.Join(", ", words.Select(Code));

    private static string Both(Bilingual sentence) => $"{Plain(sentence.Vi)}<br>{Plain(sentence.En)}";

    private static string Table(string[] header, IEnumerable<string[]> rows) =>
        string.Join('\n', [Row(header), Row([.. header.Select(_ => "---")]), .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Plain(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);
}

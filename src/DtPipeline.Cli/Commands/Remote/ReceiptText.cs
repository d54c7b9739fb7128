using DtPipeline.Answers.Receipts;
using DtPipeline.Cli.Showing;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>A receipt on the terminal: the outcome in a sentence, counts, and the faults as a table.</summary>
internal static class ReceiptText
{
    private const int MostFaults = 200;

    private static readonly Bilingual[] Columns =
    [
        new("Mức", "Severity"), new("Vị trí", "Place"), new("Đã ghi", "Found"), new("Cần có", "Expected"), new("Giải thích và cách sửa", "What is wrong, and what to do"),
    ];

    public static Outcome Show(Receipt receipt, Uri page, Screen screen, Language language)
    {
        screen.Say($"{TerminalText.Of(receipt.Path)}: {NameOf(receipt.Status).In(language)}. {receipt.Message.In(language)}");
        screen.Say($"  {CountsOf(receipt.Counts, language)}");
        if (receipt.Faults.Count > 0)
        {
            screen.Table([.. Columns.Select(c => c.In(language))], receipt.Faults.OrderBy(f => RankOf(f.Severity)).Take(MostFaults).Select(f => RowOf(f, language)), string.Empty);
        }

        if (receipt.Faults.Count > MostFaults)
        {
            screen.Say(new Bilingual($"  {MostFaults} mục đầu trong {receipt.Faults.Count}; --json có đủ.", $"  The first {MostFaults} of {receipt.Faults.Count}; --json has them all.").In(language));
        }

        screen.Say($"  {new Bilingual("Biên nhận", "Receipt").In(language)}: {page}");
        return OutcomeOf(receipt.Status);
    }

    public static Outcome OutcomeOf(string status) => status switch
    {
        "accepted" or "evidence" => Outcome.Done,
        "accepted_with_faults" => Outcome.AcceptedWithFaults,
        "duplicate" => Outcome.Duplicate,
        _ => Outcome.Rejected,
    };

    private static Bilingual NameOf(string status) => status switch
    {
        "accepted" => new("đã nhận", "accepted"),
        "accepted_with_faults" => new("đã nhận, có lỗi", "accepted with faults"),
        "duplicate" => new("trùng", "duplicate"),
        "evidence" => new("văn bản kèm theo", "evidence"),
        _ => new("không nhận", "rejected"),
    };

    private static string CountsOf(FilingCounts counts, Language language)
    {
        (int Count, Bilingual Words)[] parts =
        [
            (counts.Accepted, new("giá trị mới", "new")),
            (counts.Revised, new("thay số cũ", "revised")),
            (counts.Unchanged, new("không đổi", "unchanged")),
            (counts.Nil, new("không phát sinh", "nil")),
            (counts.Missing, new("để trống", "missing")),
            (counts.Faulty, new("có lỗi", "faulty")),
        ];
        var rows = new Bilingual($"{counts.Rows} dòng số liệu", $"{counts.Rows} {(counts.Rows == 1 ? "row" : "rows")}").In(language);
        return string.Join(", ", [rows, .. parts.Where(p => p.Count > 0).Select(p => $"{p.Count} {p.Words.In(language)}")]);
    }

    private static string[] RowOf(ReceiptFault fault, Language language) =>
    [
        SeverityOf(fault.Severity).In(language), PlaceOf(fault, language), fault.Found ?? string.Empty, fault.Expected ?? string.Empty,
        Remedies.Of(fault.Code) is { } remedy ? $"{fault.Message.In(language)} {remedy.In(language)}" : fault.Message.In(language),
    ];

    private static string PlaceOf(ReceiptFault fault, Language language)
    {
        string?[] parts =
        [
            fault.Sheet,
            fault.Cell ?? (fault.Row is { } row ? new Bilingual($"dòng {row}", $"row {row}").In(language) : null),
            fault.Column,
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } place ? place : new Bilingual("cả tệp", "whole file").In(language);
    }

    private static Bilingual SeverityOf(string severity) => severity switch
    {
        "error" => new("lỗi", "error"),
        "warning" => new("cảnh báo", "warning"),
        _ => new("thông tin", "info"),
    };

    private static int RankOf(string severity) => severity switch { "error" => 0, "warning" => 1, _ => 2 };
}

using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Answers.Receipts;
using DtPipeline.Catalogue;
using DtPipeline.Checking;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using DtPipeline.Reading;

namespace DtPipeline.Azure.Ledger;

/// <summary>
/// Rows <c>file~{id}</c>: a file with the cells that it stored, as they were judged when it was taken. A partition is worked out again from
/// these and not from archived bytes, so that nothing of the past is judged anew because a file came late.
/// </summary>
internal static class FileRows
{
    private const string Cells = "Cells";
    private const string Sums = "Sums";
    private const string Counts = "Counts";
    private const string TiedWith = "TiedWith";
    private const string Superseded = "Superseded";
    private const string Told = "Told";
    private const string Number = "Number";
    private const string Date = "Date";
    private const string Papers = "Papers";
    private const string Awaited = "Awaited";
    private const string Lacking = "Lacking";
    private const string ErasedMark = "Erased";

    /// <summary>With the ids of the alerts that the file has caused: a replay does not tell them again.</summary>
    public static TableEntity Of(string partition, LedgerStep step)
    {
        var filing = step.Filing;
        var report = filing.Report;
        var row = new TableEntity(partition, LedgerRows.FilePrefix + filing.FileId)
        {
            ["Path"] = filing.Path,
            ["Sha256"] = filing.Sha256,
            ["UploadedAt"] = filing.UploadedAt,
            [Sums] = JsonSerializer.Serialize(SumsOf(report), Json.Options),
        };
        row.Put(Number, report.Paper.Number);
        row.Put(Date, report.Paper.Date?.ToString("O", CultureInfo.InvariantCulture));
        row.PutLong(Cells, JsonSerializer.Serialize(report.Cells.Select(CellOf), Json.Options));
        return Answered(row, step);
    }

    /// <summary>The same file, whose place among the others may be another now: what it said stays as it was kept.</summary>
    public static TableEntity Again(TableEntity stored, LedgerStep step)
    {
        var row = new TableEntity(stored);
        row.Remove("DuplicateOf");
        row.Remove(TiedWith);
        row.Remove(Papers);
        row.Remove(Awaited);
        row.Remove(Lacking);
        return Answered(row, step);
    }

    public static IEnumerable<string> ToldOf(TableEntity row) => (row.GetString(Told) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="owner">Of the partition.</param>
    public static Filing FilingOf(TableEntity row, Owner? owner, ReportingCatalogue catalogue)
    {
        var sums = SumsIn(row);
        var report = new CheckedReport(
            [.. CellsIn(row).Select(c => CheckedOf(c, catalogue)).OfType<CheckedCell>()],
            sums.FirstError is { } error ? [error] : [],
            sums.Rows,
            sums.Missing,
            sums.Repeated,
            sums.Faulty)
        {
            Errors = sums.Errors,
            PassedOver = sums.PassedOver,
            IsEvidence = sums.IsEvidence,
            Named = sums.Named ?? [],
            Paper = PaperOf(row),
        };
        return new Filing(IdOf(row), row.GetString("Path"), row.GetString("Sha256"), row.GetDateTimeOffset("UploadedAt")!.Value, owner, report)
        {
            IsSuperseded = IsSuperseded(row),
            IsErased = IsErased(row),
        };
    }

    public static bool IsErased(TableEntity row) => row.GetBoolean(ErasedMark) ?? false;

    public static bool IsSuperseded(TableEntity row) => row.GetBoolean(Superseded) ?? false;

    public static FileEntry EntryOf(TableEntity row)
    {
        var paper = PaperOf(row);
        var isEvidence = SumsIn(row).IsEvidence;
        var links = Read<PaperLink>(row, Papers);
        return new FileEntry(
            IdOf(row),
            row.GetString("Path"),
            row.GetDateTimeOffset("UploadedAt")!.Value,
            row.GetString("Status"),
            row.GetString("DuplicateOf"),
            JsonSerializer.Deserialize<FilingCounts>(row.GetString(Counts), Json.Options)!,
            paper.IsEmpty ? null : new ReceiptDocument(paper.Number, paper.Date),
            isEvidence ? null : links,
            isEvidence ? links : null,
            Read<AwaitedPaper>(row, Awaited));
    }

    public static string IdOf(TableEntity row) => row.RowKey[LedgerRows.FilePrefix.Length..];

    /// <summary>Whether the file's receipt, as it was written for this row, says what the step says.</summary>
    public static bool IsAnsweredAs(TableEntity row, LedgerStep step) =>
        row.GetString("Status") == Receipt.NameOf(step.Status)
        && row.GetString("DuplicateOf") == step.DuplicateOf
        && row.GetString(TiedWith) == step.TiedWith?.FileId
        && row.GetString(Papers) == Written(step.Papers)
        && row.GetString(Awaited) == Written(step.Awaited)
        && row.GetString(Lacking) == Hash(step.Lacking)
        && row.GetString(Counts) == JsonSerializer.Serialize(step.Counts, Json.Options);

    private static TableEntity Answered(TableEntity row, LedgerStep step)
    {
        row["Status"] = Receipt.NameOf(step.Status);
        row[Counts] = JsonSerializer.Serialize(step.Counts, Json.Options);
        row[Told] = string.Join('\n', step.Alerts.Select(a => a.MessageId));
        row.Put("DuplicateOf", step.DuplicateOf);
        row.Put(TiedWith, step.TiedWith?.FileId);
        row.Put(Papers, Written(step.Papers));
        row.Put(Awaited, Written(step.Awaited));
        row.Put(Lacking, Hash(step.Lacking));
        row.Put(Superseded, step.Filing.IsSuperseded ? true : null);
        row.Put(ErasedMark, step.Filing.IsErased ? true : null);
        return row;
    }

    /// <summary>The first error as the row keeps it, which alerts and digests quote; null where there is none.</summary>
    public static Fault? FirstErrorOf(TableEntity row) => SumsIn(row).FirstError;

    /// <summary>What its sender wrote beside values.</summary>
    public static IReadOnlyCollection<string> NotesOf(TableEntity row) => CellsIn(row).Select(c => c.Note).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The row without a word that its sender wrote: cells and sums, and of places the row and the address in a workbook.</summary>
    public static TableEntity Erased(TableEntity stored)
    {
        var row = new TableEntity(stored.Where(p => !LongText.IsPart(Cells, p.Key)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal))
        {
            [ErasedMark] = true,
            [Sums] = JsonSerializer.Serialize(SumsIn(stored) is { FirstError: { } error } sums ? sums with { FirstError = ErasedText.Of(error) } : SumsIn(stored), Json.Options),
        };
        row.PutLong(Cells, JsonSerializer.Serialize(CellsIn(stored).Select(c => c with { Note = null, Place = ErasedText.Of(c.Place) }), Json.Options));
        return row;
    }

    /// <summary>What an erased row says that nothing else says, for its tombstone, and back.</summary>
    public static ErasedFile WhatIsLeft(TableEntity erased) => new(erased.GetLong(Cells)!, erased.GetString(Sums), erased.GetString(Number), erased.GetString(Date));

    /// <inheritdoc cref="WhatIsLeft"/>
    public static TableEntity RowOf(ErasedFile left, string fileId, string path, string sha256, DateTimeOffset uploadedAt)
    {
        var row = new TableEntity(string.Empty, LedgerRows.FilePrefix + fileId)
        {
            ["Path"] = path,
            ["Sha256"] = sha256,
            ["UploadedAt"] = uploadedAt,
            [Sums] = left.Sums,
            [ErasedMark] = true,
        };
        row.PutLong(Cells, left.Cells);
        row.Put(Number, left.Number);
        row.Put(Date, left.Date);
        return row;
    }

    private static FileSums SumsIn(TableEntity row) => JsonSerializer.Deserialize<FileSums>(row.GetString(Sums), Json.Options)!;

    private static List<FileCell> CellsIn(TableEntity row) => JsonSerializer.Deserialize<List<FileCell>>(row.GetLong(Cells)!, Json.Options)!;

    private static FileSums SumsOf(CheckedReport report) => new(
        report.Rows, report.Missing, report.Repeated, report.Faulty, report.PassedOver, report.Errors, report.Faults.FirstOrDefault(f => f.Severity == Severity.Error))
    {
        IsEvidence = report.IsEvidence,
        Named = report.Named.Except(report.Cells.Select(c => c.Indicator.Code)).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } named ? named : null,
    };

    private static PaperReference PaperOf(TableEntity row) => new(
        row.GetString(Number), row.GetString(Date) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null);

    /// <returns>Null for nothing, which a table does not keep.</returns>
    private static string? Written<T>(IReadOnlyList<T> all) => all.Count == 0 ? null : JsonSerializer.Serialize(all, Json.Options);

    /// <summary>As much of what is lacking as tells whether it is still the same: a form may require thousands of indicators.</summary>
    /// <returns>Null for nothing.</returns>
    private static string? Hash(IReadOnlyList<LackingIndicators> lacking) =>
        lacking.Count == 0 ? null : LedgerKey.HashOf(string.Join('\n', lacking.Select(l => $"{l.Form} {l.Required} {string.Join(' ', l.Indicators.Select(i => i.Code))}")));

    private static List<T>? Read<T>(TableEntity row, string property) => row.GetString(property) is { } all ? JsonSerializer.Deserialize<List<T>>(all, Json.Options) : null;

    private static FileCell CellOf(CheckedCell cell) =>
        new(cell.Indicator.Code, cell.Value, cell.Status, cell.Numerator, cell.Denominator, cell.Note, cell.Place);

    /// <returns>Null where the catalogue has lost the indicator meanwhile: its values stay as they are, and no other file changes them.</returns>
    private static CheckedCell? CheckedOf(FileCell cell, ReportingCatalogue catalogue) => catalogue.FindIndicator(cell.Indicator) is { } indicator
        ? new CheckedCell(indicator, cell.Value, cell.Status, cell.Numerator, cell.Denominator, cell.Note, cell.Place)
        : null;

    private sealed record FileCell(string Indicator, double? Value, string Status, double? Numerator, double? Denominator, string? Note, Place Place);

    private sealed record FileSums(int Rows, int Missing, int Repeated, int Faulty, int PassedOver, int Errors, Fault? FirstError)
    {
        public bool IsEvidence { get; init; }

        /// <summary>Of what rows named and did not store; null where nothing is.</summary>
        public IReadOnlyList<string>? Named { get; init; }
    }
}

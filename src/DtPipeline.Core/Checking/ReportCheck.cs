using System.Runtime.CompilerServices;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>
/// Checks the rows of a report against the catalogue while they are read: every fault in one pass, every good cell kept. What only a whole
/// column can tell (a doubtful separator, percentages written as fractions) waits for the end of the file.
/// </summary>
internal sealed class ReportCheck(ReadContext context)
{
    private static readonly ReportColumn[] NumberColumns = [ReportColumn.Value, ReportColumn.Cumulative, ReportColumn.Numerator, ReportColumn.Denominator];

    private readonly FaultList faults = context.Faults;
    private readonly RowCheck rows = new(context);
    private readonly CellValue values = new(context.Faults);
    private readonly CellBook book = new(context.Faults);
    private readonly PartRows parts = new(context);
    private readonly ConditionalWeakTable<ReportHeader, ColumnFacts[]> facts = [];
    private readonly Dictionary<string, ColumnFacts> factsByColumn = new(StringComparer.Ordinal);
    private readonly List<OpenCell> open = [];
    private readonly HashSet<Indicator?> owed = context.Catalogue.FormsOwed(context.Path.Period, context.Path.Organisation)
        .SelectMany(f => f.AsksFor(context.Path.Period))
        .Select(i => context.Catalogue.FindIndicator(i.Indicator))
        .Concat(context.Catalogue.NationalOf(context.Path.Organisation, context.Path.Period))
        .ToHashSet<Indicator?>(ReferenceEqualityComparer.Instance);

    private readonly Lazy<HashSet<Indicator?>> assigned = new(() => TaskOwners.TasksOf(context.Path.Organisation, context.Path.Period.LastDay, context.Catalogue)
        .Select(t => context.Catalogue.FindIndicator(t.Code))
        .ToHashSet<Indicator?>(ReferenceEqualityComparer.Instance));

    private ReportHeader? latestHeader;
    private ColumnFacts[] latestFacts = [];
    private int count;
    private int missing;
    private int faulty;

    public static CheckedReport Check(ReadOnlyMemory<byte> content, RecognisedFormat format, ReportPath path, string fileName, ReportingCatalogue catalogue)
    {
        var context = new ReadContext(path, catalogue, new FaultList());
        NamesOfFiles.Check(fileName, context);
        return new ReportCheck(context).Run(ReportReader.Rows(content, format, context));
    }

    public CheckedReport Run(IEnumerable<ReportRow> table)
    {
        foreach (var row in table)
        {
            count++;
            Take(row);
        }

        foreach (var cell in open)
        {
            Settle(cell);
        }

        var cells = book.Close();
        var (passed, only) = parts.Close();
        (count, faulty, context.Passed.Rows) = (count - passed, faulty + only, context.Passed.Rows + passed);
        if (count == 0 && faults.Errors == 0)
        {
            faults.Add(FaultKinds.FileNoRows.At(context.Whole));
        }
        else if (cells.Count == 0 && missing > 0 && faulty + book.Fallen == 0 && faults.Errors == 0)
        {
            faults.Add(FaultKinds.FileNothingToStore.At(context.Whole));
        }

        CheckStrict(cells);
        var report = faults.KeepsFileOut
            ? new CheckedReport([], faults.ToList(), count, missing, 0, count - missing)
            : new CheckedReport(cells, faults.ToList(), count, missing, book.Repeated, faulty + book.Fallen);
        return report with { Errors = (int)faults.Errors, PassedOver = context.Passed.Rows, Paper = context.Paper.Reference, Named = rows.Named };
    }

    private void Take(ReportRow whole)
    {
        var errors = faults.Errors;
        NoteNumbers(whole);
        if (whole.IsDamaged || !rows.Check(whole, out var subject))
        {
            faulty++;
            return;
        }

        var row = subject.Row;
        NoteChosen(whole, row, subject);
        if (row.Header.Parts.Count > 0 && parts.Takes(row, subject.Indicator))
        {
            return;
        }

        var text = row.Text(subject.Column);
        var isAnswer = CellValue.IsAnswer(text, subject.Indicator);
        var isNil = NothingWords.IsNil(text) && !isAnswer;
        var isMissing = NothingWords.IsMissing(text) && !isAnswer;
        if (ObservationStatus.IsAbsence(subject.Status) && !isNil && !isMissing)
        {
            faults.Add(FaultKinds.StatusWithValue.At(row.At(subject.Column), text));
        }
        else if (subject.Status is ObservationStatus.Withdrawn or ObservationStatus.Nil || isNil)
        {
            if (faults.Errors == errors)
            {
                Keep(row, subject, new StatedValue(null, subject.Status == ObservationStatus.Withdrawn ? subject.Status : ObservationStatus.Nil));
            }
        }
        else if (isMissing)
        {
            missing += faults.Errors == errors ? 1 : 0;
        }
        else if (subject.Indicator.Kind == IndicatorKind.Flag)
        {
            var flag = values.Flag(row, subject.Column, subject.Indicator);
            if (flag is not null && faults.Errors == errors)
            {
                Keep(row, subject, new StatedValue(flag, subject.Status));
            }
        }
        else if (subject.Indicator.Task is not null && row.Cell(subject.Column).Kind == CellKind.Text && ProgressWords.Find(text) is { } progress)
        {
            if (faults.Errors == errors)
            {
                Keep(row, subject, new StatedValue(progress, subject.Status));
            }
        }
        else
        {
            TakeNumber(row, subject, errors);
        }

        faulty += faults.Errors > errors ? 1 : 0;
    }

    private void TakeNumber(ReportRow row, in RowSubject subject, long errors)
    {
        var written = values.Number(row, subject.Column, subject.Indicator.Task is null ? FaultKinds.ValueNotNumber : FaultKinds.TaskNotProgress);
        var parts = values.Parts(row);
        if (written is not { } number || faults.Errors > errors)
        {
            return;
        }

        if (subject.Indicator.Unit == "percent")
        {
            number = SaysPercent(row, subject.Indicator) ? number.AsPercent() : number;
            FactsOf(row)[(int)subject.Column].NotePercent(number);
        }

        var cell = new OpenCell(row, subject, number, parts);
        if (!CellValue.IsUndoubted(cell))
        {
            open.Add(cell);
        }
        else if (values.Settle(cell, FactsOf(row), out var said))
        {
            Keep(row, subject, said);
        }
    }

    /// <summary>A UNIT_MEASURE by the catalogue's own code, as an extract has it, is of the value as it stands: 0.8 is less than one percent. People's "%" is not as sure.</summary>
    private static bool SaysPercent(ReportRow row, Indicator indicator) => row.Header.IsSdmx && SdmxLabel.Without(row.Text(ReportColumn.Unit)) == indicator.Unit;

    private void Settle(in OpenCell cell)
    {
        if (values.Settle(cell, FactsOf(cell.Row), out var said))
        {
            Keep(cell.Row, cell.Subject, said);
        }
        else
        {
            faulty++;
        }
    }

    private void Keep(ReportRow row, in RowSubject subject, in StatedValue said)
    {
        var (expected, kind) = subject.Indicator.Task is null ? (owed, FaultKinds.IndicatorNotOwed) : (assigned.Value, FaultKinds.TaskNotAssigned);
        if (!expected.Contains(subject.Indicator))
        {
            faults.Add(kind.At(row.At(ReportColumn.Indicator), subject.Indicator.Code));
        }

        book.Add(row, subject, said);
    }

    private void NoteNumbers(ReportRow row)
    {
        foreach (var column in NumberColumns)
        {
            Note(row, column);
        }
    }

    /// <summary>What a column says of its numbers is noted under the header that its own rows have.</summary>
    private void NoteChosen(ReportRow whole, ReportRow chosen, in RowSubject subject)
    {
        if (!ReferenceEquals(whole.Header, chosen.Header))
        {
            Note(chosen, subject.Column);
        }
    }

    private void Note(ReportRow row, ReportColumn column)
    {
        if (row.Header.Has(column) && row.Cell(column) is { Kind: CellKind.Text, IsEmpty: false } && values.Find(row, column) is { } number)
        {
            FactsOf(row)[(int)column].Note(number.Style);
        }
    }

    /// <summary>Facts belong to a column of a sheet, however many headers repeat it.</summary>
    private ColumnFacts[] FactsOf(ReportRow row)
    {
        if (!ReferenceEquals(row.Header, latestHeader))
        {
            (latestHeader, latestFacts) = (row.Header, facts.GetValue(row.Header, FactsOf));
        }

        return latestFacts;
    }

    private ColumnFacts[] FactsOf(ReportHeader header) => [.. Enum.GetValues<ReportColumn>().Select(column =>
    {
        var key = $"{header.Sheet}\n{column}\n{header.NameOf(column)}";
        return factsByColumn.TryGetValue(key, out var known) ? known : factsByColumn[key] = new ColumnFacts();
    })];

    /// <summary>A strict form takes files without any error or nothing.</summary>
    private void CheckStrict(IReadOnlyList<CheckedCell> cells)
    {
        if (faults.Errors == 0 || faults.KeepsFileOut)
        {
            return;
        }

        var stored = cells.Select(c => c.Indicator.Code).ToHashSet(StringComparer.Ordinal);
        var strict = context.Catalogue.FormsOwed(context.Path.Period, context.Path.Organisation)
            .FirstOrDefault(f => f.IsStrict && f.AsksFor(context.Path.Period).Any(i => stored.Contains(i.Indicator)));
        if (strict is not null)
        {
            faults.AddForFile(FaultKinds.FileStrict.At(context.Whole, strict.Code));
        }
    }
}

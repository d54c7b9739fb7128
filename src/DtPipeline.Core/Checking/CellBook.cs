using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>The cells of one report by indicator: said once, said again, or said differently, in which case none of them stands.</summary>
internal sealed class CellBook(FaultList faults)
{
    private readonly Dictionary<Indicator, Entry> entries = new(ReferenceEqualityComparer.Instance);

    public int Repeated { get; private set; }

    /// <summary>Cells that do not stand: another says something else, or their member of an archive is kept out.</summary>
    public int Fallen { get; private set; }

    public void Add(ReportRow row, in RowSubject subject, in StatedValue said)
    {
        if (!entries.TryGetValue(subject.Indicator, out var entry))
        {
            entries[subject.Indicator] = entry = new Entry();
        }

        entry.Add(row, subject, said);
    }

    /// <summary>The cells that stand, in the order of the file; tells what was said again or differently.</summary>
    public IReadOnlyList<CheckedCell> Close()
    {
        var standing = new List<CheckedCell>();
        foreach (var (indicator, entry) in entries)
        {
            Fallen += entry.Drop(faults.IsKeptOut);
            if (entry.Says is not [var first, ..])
            {
                continue;
            }

            var rows = entry.Says.SelectMany(s => s.Rows.Select(row => (s, row)));
            if (entry.IsConflict)
            {
                var values = string.Join(" / ", rows.Select(r => r.s.Shown).Take(10));
                Tell(entry, rows, place => FaultKinds.CellConflict.At(place, values, "one value"), Severity.Error);
                Fallen += entry.Count;
            }
            else
            {
                Tell(entry, rows.Skip(1), place => FaultKinds.CellRepeated.At(place, indicator.Code), Severity.Info);
                Repeated += entry.Count - 1;
                standing.Add(first.Cell);
            }
        }

        return [.. standing.OrderBy(c => c.Place.Row)];
    }

    private void Tell(Entry entry, IEnumerable<(StatedCell Cell, int Row)> rows, Func<Place, Fault> fault, Severity severity)
    {
        var unlisted = entry.Count - entry.Listed;
        foreach (var (saying, row) in rows)
        {
            if (faults.HasRoomFor(severity))
            {
                faults.Add(fault(ReportRow.PlaceOf(saying.Header, row, saying.Column)));
            }
            else
            {
                unlisted++;
            }
        }

        faults.AddUnlisted(unlisted, severity);
    }

    private sealed class Entry
    {
        private bool isConflict;

        /// <summary>Rows.</summary>
        public int Count { get; private set; }

        /// <summary>Rows of <see cref="Says"/>: as many as a receipt could list.</summary>
        public int Listed { get; private set; }

        public List<StatedCell> Says { get; } = [];

        public bool IsConflict => isConflict || Says.Exists(s => !s.Is(Says[0].Cell.Value, Says[0].Cell.Status));

        public void Add(ReportRow row, in RowSubject subject, in StatedValue said)
        {
            Count++;
            if (Listed > FaultList.Most)
            {
                isConflict |= !Says[0].Is(said.Value, said.Status);
                return;
            }

            Listed++;
            if (Says is [.., var last] && last.Header == row.Header && last.Column == subject.Column && last.IsWritten(said.Value, said.Status))
            {
                last.Rows.Add(row.Number);
            }
            else
            {
                Says.Add(new StatedCell(CellOf(row, subject, said), row.Header, subject.Column, [row.Number]));
            }
        }

        public int Drop(Predicate<string?> isKeptOut)
        {
            Says.RemoveAll(s => isKeptOut(s.Header.Sheet));
            var listed = Says.Sum(s => s.Rows.Count);
            var dropped = listed == 0 ? Count : Listed - listed;
            (Count, Listed) = (Count - dropped, listed);
            return dropped;
        }

        private static CheckedCell CellOf(ReportRow row, in RowSubject subject, in StatedValue said) =>
            new(subject.Indicator, said.Value, said.Status, said.Numerator, said.Denominator, subject.Note, row.At(subject.Column));
    }

    /// <summary>What rows that follow each other say alike.</summary>
    /// <param name="Cell">Of the first of them.</param>
    private sealed record StatedCell(CheckedCell Cell, ReportHeader Header, ReportColumn Column, List<int> Rows)
    {
        public string Shown => Cell.Value?.ToString(CultureInfo.InvariantCulture) ?? Cell.Status;

        public bool Is(double? value, string status) => Cell.Value == value && Cell.Status == status;

        /// <summary>Is the same and is written the same, which -0 and 0 are not.</summary>
        public bool IsWritten(double? value, string status) => Is(value, status) && double.IsNegative(Cell.Value ?? 0) == double.IsNegative(value ?? 0);
    }
}

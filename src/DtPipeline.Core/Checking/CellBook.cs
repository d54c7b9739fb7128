using System.Globalization;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>The cells of one report by indicator: said once, said again, or said differently, in which case none of them stands.</summary>
internal sealed class CellBook(FaultList faults)
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public int Repeated { get; private set; }

    /// <summary>Cells that do not stand: another says something else, or their member of an archive is kept out.</summary>
    public int Fallen { get; private set; }

    public void Add(ReportRow row, in RowSubject subject, in Said said)
    {
        if (!entries.TryGetValue(subject.Indicator.Code, out var entry))
        {
            entries[subject.Indicator.Code] = entry = new Entry();
        }

        entry.Add(row, subject, said);
    }

    /// <summary>The cells that stand, in the order of the file; tells what was said again or differently.</summary>
    public IReadOnlyList<CheckedCell> Close()
    {
        var standing = new List<CheckedCell>();
        foreach (var (code, entry) in entries)
        {
            Fallen += entry.Drop(faults.IsKeptOut);
            if (entry.Says is not [var first, ..])
            {
                continue;
            }

            if (entry.IsConflict)
            {
                var values = string.Join(" / ", entry.Says.Select(s => s.Saying.Shown).Take(10));
                Tell(entry, entry.Says, place => FaultKinds.CellConflict.At(place, values, "one value"), Severity.Error);
                Fallen += entry.Count;
            }
            else
            {
                Tell(entry, entry.Says.Skip(1), place => FaultKinds.CellRepeated.At(place, code), Severity.Info);
                Repeated += entry.Count - 1;
                standing.Add(first.Saying.Cell);
            }
        }

        return [.. standing.OrderBy(c => c.Place.Row)];
    }

    private void Tell(Entry entry, IEnumerable<(Saying Saying, int Row)> said, Func<Place, Fault> fault, Severity severity)
    {
        var unlisted = entry.Count - entry.Says.Count;
        foreach (var (saying, row) in said)
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

        public int Count { get; private set; }

        /// <summary>As many as a receipt could list. Rows that follow each other with the same to say share it: there may be very many of them.</summary>
        public List<(Saying Saying, int Row)> Says { get; } = [];

        public bool IsConflict => isConflict || Says.Exists(s => !s.Saying.Is(Says[0].Saying.Cell.Value, Says[0].Saying.Cell.Status));

        public void Add(ReportRow row, in RowSubject subject, in Said said)
        {
            Count++;
            if (Says.Count > FaultList.Most)
            {
                isConflict |= !Says[0].Saying.Is(said.Value, said.Status);
                return;
            }

            var saying = Says is [.., var (last, _)] && last.Header == row.Header && last.Column == subject.Column && last.IsWritten(said.Value, said.Status)
                ? last
                : new Saying(CellOf(row, subject, said), row.Header, subject.Column);
            Says.Add((saying, row.Number));
        }

        public int Drop(Predicate<string?> isKeptOut)
        {
            var dropped = Says.RemoveAll(s => isKeptOut(s.Saying.Header.Sheet));
            if (Says.Count == 0)
            {
                dropped = Count;
            }

            Count -= dropped;
            return dropped;
        }

        private static CheckedCell CellOf(ReportRow row, in RowSubject subject, in Said said) =>
            new(subject.Indicator, said.Value, said.Status, said.Numerator, said.Denominator, subject.Note, row.At(subject.Column));
    }

    /// <param name="Cell">Of the first of the rows that share it.</param>
    private sealed record Saying(CheckedCell Cell, ReportHeader Header, ReportColumn Column)
    {
        public string Shown => Cell.Value?.ToString(CultureInfo.InvariantCulture) ?? Cell.Status;

        public bool Is(double? value, string status) => Cell.Value == value && Cell.Status == status;

        /// <summary>Is the same and is written the same, which -0 and 0 are not.</summary>
        public bool IsWritten(double? value, string status) => Is(value, status) && double.IsNegative(Cell.Value ?? 0) == double.IsNegative(value ?? 0);
    }
}

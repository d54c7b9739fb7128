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

    public void Add(CheckedCell cell, ReportRow row, ReportColumn column)
    {
        if (!entries.TryGetValue(cell.Indicator.Code, out var entry))
        {
            entries[cell.Indicator.Code] = entry = new Entry();
        }

        entry.Add(new Saying(cell, row.Header, row.Number, column));
    }

    /// <summary>The cells that stand, in the order of the file; tells what was said again or differently.</summary>
    public IReadOnlyList<CheckedCell> Close()
    {
        var standing = new List<CheckedCell>();
        foreach (var entry in entries.Values)
        {
            Fallen += entry.Drop(faults.IsKeptOut);
            if (entry.Says is not [var first, ..])
            {
                continue;
            }

            if (entry.IsConflict)
            {
                var values = string.Join(" / ", entry.Says.Select(s => s.Cell.Value?.ToString(CultureInfo.InvariantCulture) ?? s.Cell.Status).Take(10));
                Tell(entry, entry.Says, s => FaultKinds.CellConflict.At(s.Place, values, "one value"), Severity.Error);
                Fallen += entry.Count;
            }
            else
            {
                Tell(entry, entry.Says.Skip(1), s => FaultKinds.CellRepeated.At(s.Place, s.Cell.Indicator.Code), Severity.Info);
                Repeated += entry.Count - 1;
                standing.Add(first.Cell);
            }
        }

        return [.. standing.OrderBy(c => c.Place.Row)];
    }

    private void Tell(Entry entry, IEnumerable<Saying> sayings, Func<Saying, Fault> fault, Severity severity)
    {
        var unlisted = entry.Count - entry.Says.Count;
        foreach (var saying in sayings)
        {
            if (faults.HasRoomFor(severity))
            {
                faults.Add(fault(saying));
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

        /// <summary>As many as a receipt could list.</summary>
        public List<Saying> Says { get; } = [];

        public bool IsConflict => isConflict || Says.Exists(s => !s.SaysTheSameAs(Says[0]));

        public void Add(Saying saying)
        {
            Count++;
            if (Says.Count <= FaultList.Most)
            {
                Says.Add(saying);
            }
            else
            {
                isConflict |= !saying.SaysTheSameAs(Says[0]);
            }
        }

        public int Drop(Predicate<string?> isKeptOut)
        {
            var dropped = Says.RemoveAll(s => isKeptOut(s.Header.Sheet));
            if (Says.Count == 0)
            {
                dropped = Count;
            }

            Count -= dropped;
            return dropped;
        }
    }

    private readonly record struct Saying(CheckedCell Cell, ReportHeader Header, int Row, ReportColumn Column)
    {
        public Place Place => ReportRow.PlaceOf(Header, Row, Column);

        public bool SaysTheSameAs(Saying other) => Cell.Value == other.Cell.Value && Cell.Status == other.Cell.Status;
    }
}

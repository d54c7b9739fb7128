using System.Globalization;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>The cells of one report by indicator: said once, said again, or said differently, in which case none of them stands.</summary>
internal sealed class CellBook(FaultList faults)
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public int Repeated => entries.Values.Where(e => !e.IsConflict).Sum(e => e.Count - 1);

    public int Conflicting => entries.Values.Where(e => e.IsConflict).Sum(e => e.Count);

    public void Add(CheckedCell cell, ReportRow row, ReportColumn column)
    {
        if (!entries.TryGetValue(cell.Indicator.Code, out var entry))
        {
            entries[cell.Indicator.Code] = new Entry(cell) { Says = { new Saying(cell.Value, cell.Status, row.Header, row.Number, column) } };
            return;
        }

        entry.Count++;
        entry.IsConflict |= cell.Value != entry.First.Value || cell.Status != entry.First.Status;
        if (entry.Says.Count <= FaultList.Most)
        {
            entry.Says.Add(new Saying(cell.Value, cell.Status, row.Header, row.Number, column));
        }
    }

    /// <summary>The cells that stand, in the order of the file; tells what was said again or differently.</summary>
    public IReadOnlyList<CheckedCell> Close()
    {
        foreach (var entry in entries.Values)
        {
            if (entry.IsConflict)
            {
                var values = string.Join(" / ", entry.Says.Select(s => s.Value?.ToString(CultureInfo.InvariantCulture) ?? s.Status).Take(10));
                Tell(entry, entry.Says, s => FaultKinds.CellConflict.At(s.Place, values, "one value"));
            }
            else
            {
                Tell(entry, entry.Says.Skip(1), s => FaultKinds.CellRepeated.At(s.Place, entry.First.Indicator.Code));
            }
        }

        return [.. entries.Values.Where(e => !e.IsConflict).Select(e => e.First).OrderBy(c => c.Place.Row)];
    }

    private void Tell(Entry entry, IEnumerable<Saying> sayings, Func<Saying, Fault> fault)
    {
        var severity = entry.IsConflict ? Severity.Error : Severity.Info;
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

    private sealed class Entry(CheckedCell first)
    {
        public CheckedCell First => first;

        public int Count { get; set; } = 1;

        public bool IsConflict { get; set; }

        public List<Saying> Says { get; } = [];
    }

    private readonly record struct Saying(double? Value, string Status, ReportHeader Header, int Row, ReportColumn Column)
    {
        public Place Place => ReportRow.PlaceOf(Header, Row, Column);
    }
}

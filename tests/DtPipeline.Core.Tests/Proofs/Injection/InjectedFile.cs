using DtPipeline.Core.Tests.Proofs.RoundTrip;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Proofs.Injection;

/// <summary>A fault as the receipt must have it, word for word.</summary>
internal sealed record ExpectedFault(string Code, Place Place, string? Found, string? Expected)
{
    public static ExpectedFault Of(Fault fault) => new(fault.Code, fault.Place, fault.Found, fault.Expected);
}

/// <summary>A report of 300 rows with faults in some of them, and what must come of it.</summary>
internal sealed class InjectedFile
{
    private readonly FaultyFormat format;
    private readonly List<SoundRow> rows = [.. Enumerable.Range(1, BigCatalogue.Size).Select(n => new SoundRow(n))];

    /// <param name="faults">How many rows are made faulty or remarkable, at most.</param>
    public InjectedFile(FaultyFormat format, int faults, Random random)
    {
        this.format = format;

        // Undoubted numbers of both styles: they keep the column from deciding how a doubtful one is read.
        (rows[3]["value"], rows[3].Stored) = ("45.5", 45.5);
        (rows[7]["value"], rows[7].Stored) = ("45,5", 45.5);
        var free = rows.Where((_, i) => i is not 3 and not 7).OrderBy(_ => random.Next()).Take(faults).ToList();
        foreach (var row in free)
        {
            Put(row, random);
        }

        Envelope = new Envelope(format, random);
        Expected.AddRange(Envelope.Expected);
    }

    public List<ExpectedFault> Expected { get; } = [];

    public Envelope Envelope { get; }

    public Dictionary<string, double?> Stored => rows
        .Where(r => r.Stored is not null)
        .GroupBy(r => r.Code, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Stored, StringComparer.Ordinal);

    public int Rows => rows.Count;

    public byte[] Content()
    {
        var table = new WrittenTable();
        table.Add([.. SoundRow.Columns.Select(c => (WrittenCell)format.HeaderOf(c))]);
        foreach (var row in rows)
        {
            table.Add([.. SoundRow.Columns.Select(c => row[c]), .. row.Tail]);
        }

        return Envelope.Around(table);
    }

    private void Put(SoundRow row, Random random)
    {
        var unit = BigCatalogue.UnitOf(row.Number);
        var fitting = Injections.All.Where(i => i.Fits(format) && (i.Unit is null || i.Unit == unit)).ToList();
        var which = random.Next(fitting.Count + 2);
        if (which < fitting.Count)
        {
            var injected = fitting[which].Put(row);
            Expect(injected.Code, row, injected.Column, injected.Found, injected.Expected);
        }
        else
        {
            SayAgain(row, differently: which == fitting.Count);
        }
    }

    private void SayAgain(SoundRow row, bool differently)
    {
        var again = new SoundRow(row.Number);
        if (differently)
        {
            again["value"] = "0";
            var values = $"{row["value"].Text} / 0";
            (row.Stored, again.Stored) = (null, null);
            rows.Add(again);
            Expect("cell.conflict", row, "value", values, "one value");
            Expect("cell.conflict", again, "value", values, "one value");
        }
        else
        {
            rows.Add(again);
            Expect("cell.repeated", again, "value", row.Code, null);
        }
    }

    private void Expect(string code, SoundRow row, string? column, string? found, string? expected)
    {
        var number = rows.IndexOf(row) + (format.IsJson() ? 1 : 2);
        var address = format.IsWorkbook() && column is not null ? CellAddress.Of(number, Array.IndexOf(SoundRow.Columns, column)) : null;
        Expected.Add(new ExpectedFault(code, new Place(Sheet, number, column is null ? null : format.HeaderOf(column), address), found, expected));
    }

    private string? Sheet => Envelope.SheetOf(format);
}

using DtPipeline.Answers.Excerpts;
using DtPipeline.Answers.Receipts;
using DtPipeline.Core.Tests.Proofs.Injection;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Ledger;
using DtPipeline.Reading;
using FsCheck.Fluent;

namespace DtPipeline.Core.Tests.Answers.Excerpts;

/// <summary>Reports of 300 rows in every format with up to 200 faults in them, beside their receipts.</summary>
public sealed class SheetExcerptTests
{
    [Fact]
    public void EveryFaultOfARowStandsOnceInItsRowAndItsCellWithTheRowsAroundItAsTheyWereSent()
    {
        var cases =
            from format in Gen.Elements(Enum.GetValues<FaultyFormat>())
            from faults in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Choose(1, 20)), (2, Gen.Choose(20, 200)))
            from seed in Gen.Choose(0, int.MaxValue)
            select (format, faults, seed);

        Always.Holds(cases, c => Check(new InjectedFile(c.format, c.faults, new Random(c.seed)).Content()), times: 20);
    }

    private static void Check(byte[] content)
    {
        var received = new ReceivedFile("id", "P01/2023-Q2/bao-cao", string.Empty, Sent.At, content, content.Length);
        var faults = FilingReader.Read(received, BigCatalogue.Instance, Sent.MostBytes).Report.Faults.Select(ReceiptFault.Of).ToList();

        var excerpt = SheetExcerpt.Of(content, faults).ToList();

        var grids = ReportGrids.Of(content, new GridSource(new FaultList())).Select(g => (g.Sheet, Rows: g.Rows.ToList())).ToList();
        if (grids.Count == 0)
        {
            // JSON has objects and no rows to show.
            Assert.Empty(excerpt);
            return;
        }

        Assert.Equal(faults.Index().Where(f => f.Item.Row is not null).Select(f => f.Index), excerpt.SelectMany(FaultsOf).Order());
        Assert.All(excerpt, row => Assert.All(FaultsOf(row), f => Assert.Equal((faults[f].Sheet, faults[f].Row), (row.Sheet, row.Row))));
        Assert.All(excerpt.Where(r => r.IsHeader), r => Assert.Empty(FaultsOf(r)));
        Assert.All(excerpt, row => AssertAsSent(row, grids.Single(g => g.Sheet == row.Sheet).Rows.Single(r => r.Number == row.Row)));
        foreach (var grid in grids)
        {
            var faulty = faults.Where(f => f.Sheet == grid.Sheet).Select(f => f.Row).OfType<int>().ToHashSet();
            var around = grid.Rows.Select(r => r.Number).Where(n => faulty.Any(f => Math.Abs(f - n) <= SheetExcerpt.Around));
            var own = excerpt.Where(r => r.Sheet == grid.Sheet).ToList();
            Assert.Equal(around.Union(own.Where(r => r.IsHeader).Select(r => r.Row)).Order(), own.Select(r => r.Row));
            AssertUnderTheirHeaders(own, faults);
        }
    }

    private static IEnumerable<int> FaultsOf(ExcerptRow row) => row.Faults.Concat(row.Cells.SelectMany(c => c.Faults ?? []));

    private static void AssertAsSent(ExcerptRow row, GridRow sent)
    {
        Assert.Equal(sent.Cells.Take(SheetExcerpt.MostCells).Select(c => c.Text), row.Cells.Take(sent.Cells.Length).Select(c => c.Text));
        Assert.All(row.Cells.Skip(sent.Cells.Length), c => Assert.Equal(string.Empty, c.Text));
    }

    /// <summary>By its address in a workbook; elsewhere in the column of that name, where the name stands above.</summary>
    private static void AssertUnderTheirHeaders(List<ExcerptRow> rows, List<ReceiptFault> faults)
    {
        foreach (var row in rows)
        {
            foreach (var (place, cell) in row.Cells.Index())
            {
                foreach (var fault in (cell.Faults ?? []).Select(f => faults[f]))
                {
                    Assert.True(
                        fault.Cell is { } address ? address == cell.Cell : rows.Any(r => r.IsHeader && r.Row < row.Row && r.Cells.ElementAtOrDefault(place)?.Text == fault.Column),
                        $"{fault.Code} of {fault.Column} {fault.Cell} stands in column {place + 1} of row {row.Row}");
                }
            }

            Assert.DoesNotContain(row.Faults, f => faults[f].Cell is not null);
        }
    }
}

using Azure.Data.Tables;
using DtPipeline.Azure.Ledger;
using DtPipeline.Faults;
using DtPipeline.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DtPipeline.Pipeline.Tests.Publishing;

/// <summary>The values that a head holds are those of the rows beside it.</summary>
public sealed class HeadObservationsTests
{
    private const string Partition = "2023-Q1~P63-01";
    private static readonly DateTimeOffset Morning = new(2023, 3, 20, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly Gen<Observation> Observation =
        from number in Gen.Choose(1, 12)
        from value in Gen.Elements<double?>(null, 0, -0.5, 1, 33.300000000000004, 1e-7, 98_765_432_101_234_567, double.MaxValue)
        from status in Gen.Elements("A", "P", "M", "B", "withdrawn")
        from share in Gen.Elements<(double?, double?)>((null, null), (1, 4), (3, null))
        from note in Gen.Elements(null, "tạm tính", "\"quoted\"\n\\ and \t", "")
        from file in Gen.Choose(1, 3)
        from unit in Gen.Elements(null, "percent", "count")
        select new Observation($"DS-{number:00}", value, status, share.Item1, share.Item2, note, $"file-{file}", Morning.AddTicks(file), new Place("Sheet1", number, "C")) { Unit = unit };

    private static readonly Gen<IReadOnlyList<Observation>> Observations =
        Observation.ListOf().Select(IReadOnlyList<Observation> (all) => [.. all.DistinctBy(o => o.Indicator)]);

    [Fact]
    public void WhateverIsWrittenIsReadFromTheHeadAsItIsFromTheRows() => Prop.ForAll(
        (from before in Observations from changed in Observations from removed in Observations select (before, changed, removed)).ToArbitrary(),
        c =>
        {
            List<TableTransactionAction> changes =
            [
                .. c.changed.Select(o => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerRows.RowOf(Partition, o))),
                .. c.removed.ExceptBy(c.changed.Select(o => o.Indicator), o => o.Indicator).Select(o => new TableTransactionAction(TableTransactionActionType.Delete, LedgerRows.RowOf(Partition, o))),
                .. c.removed.Select(o => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerRows.RevisionOf(Partition, o))),
            ];
            var rows = c.before.ToDictionary(o => o.Indicator, o => LedgerRows.RowOf(Partition, o));
            foreach (var change in changes.Where(a => LedgerRows.IsObservation((TableEntity)a.Entity)))
            {
                rows.Remove(LedgerRows.IndicatorOf((TableEntity)change.Entity)!);
                if (change.ActionType != TableTransactionActionType.Delete)
                {
                    rows.Add(LedgerRows.IndicatorOf((TableEntity)change.Entity)!, (TableEntity)change.Entity);
                }
            }

            var text = HeadObservations.After(c.before.ToDictionary(o => o.Indicator), changes);

            Assert.Equal(
                rows.Values.Select(r => LedgerRows.ObservationOf(r, SharedValues.Nowhere)).OrderBy(o => o.Indicator, StringComparer.Ordinal),
                HeadObservations.In([LedgerRows.HeadOf(Partition, LedgerState.Empty, null, text)]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ThoseOfOneFileTakeAFewBytesEach()
    {
        var sixty = Enumerable.Range(1, 60).Select(n => new Observation($"I-{n:000}", n, "A", null, null, null, "0123456789abcdef", Morning, Place.WholeFile) { Unit = n % 2 == 0 ? "count" : "percent" });

        Assert.InRange(HeadObservations.Of(sixty)!.Length, 60, 60 * 15);
    }

    [Fact]
    public void WhatWouldBeTooLongForAHeadIsNotHeld()
    {
        var many = Enumerable.Range(1, 500).Select(n => new Observation($"I-{n:000}", n, "A", null, null, $"{n} {new string('x', 200)}", "file", Morning, Place.WholeFile));

        Assert.Null(HeadObservations.Of(many));
        Assert.Null(HeadObservations.In([LedgerRows.HeadOf(Partition, LedgerState.Empty, null, null)]));
    }

    [Fact]
    public void AHeadWhosePartitionIsPartlyWrittenHoldsNone() =>
        Assert.Null(HeadObservations.In([LedgerRows.HeadOf(Partition, LedgerState.Empty, "file", HeadObservations.Of([]))]));
}

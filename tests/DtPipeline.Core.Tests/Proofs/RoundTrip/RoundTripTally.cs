namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>How many cells beyond doubt came back as values, by everything that a case can be.</summary>
internal sealed class RoundTripTally
{
    private readonly Dictionary<string, (int Read, int Cells)> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> losses = new(StringComparer.Ordinal);

    public int Tables { get; set; }

    /// <param name="lostTo">The fault that a cell was lost to; null where it was read.</param>
    public void Note(ReportCase report, string? lostTo)
    {
        if (lostTo is not null)
        {
            losses[lostTo] = losses.GetValueOrDefault(lostTo) + 1;
        }

        var encoding = report.IsText ? report.Encoding.ToString() : "no encoding";
        foreach (var of in new[] { "all", report.Format.ToString(), report.Shape.ToString(), encoding, report.Numbers.ToString() })
        {
            var (read, cells) = counts.GetValueOrDefault(of);
            counts[of] = (read + (lostTo is null ? 1 : 0), cells + 1);
        }
    }

    public IEnumerable<(string Of, double Read, int Cells)> Shares() => counts.Select(c => (c.Key, (double)c.Value.Read / c.Value.Cells, c.Value.Cells));

    public void Print(Action<string> write)
    {
        write($"{Tables} tables");
        foreach (var (of, read, cells) in Shares().OrderBy(s => s.Read))
        {
            write($"{read,8:P2} of {cells,7} cells: {of}");
        }

        foreach (var (fault, cells) in losses.OrderByDescending(l => l.Value))
        {
            write($"{cells,8} cells lost to {fault}");
        }
    }
}

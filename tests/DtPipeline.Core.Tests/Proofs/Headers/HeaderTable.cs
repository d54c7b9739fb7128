using DtPipeline.Core.Tests.Proofs.RoundTrip;
using DtPipeline.Grids;

namespace DtPipeline.Core.Tests.Proofs.Headers;

/// <summary>A table for any writer: cells, and which of them are merged.</summary>
/// <param name="Merged">Rows from 1, columns from 0; a writer that cannot merge leaves them out.</param>
/// <param name="Truth">By the row's number what the table says of its indicator; null where its header does not say it.</param>
internal sealed record HeaderTable(string Name, IReadOnlyList<WrittenCell[]> Rows, IReadOnlyList<MergedArea> Merged, IReadOnlyDictionary<int, Meant> Truth)
{
    public override string ToString() => Name + "\n" + string.Join('\n', Rows.Select(r => string.Join(" | ", r.Select(c => c.Text))));
}

/// <param name="Value">In the indicator's unit.</param>
internal sealed record Meant(string Code, double? Value);

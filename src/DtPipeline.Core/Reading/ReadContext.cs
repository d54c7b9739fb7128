using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>What turning the grids of a file into rows needs to know: whose report it is, and for when.</summary>
internal sealed record ReadContext(ReportPath Path, ReportingCatalogue Catalogue, FaultList Faults) : GridSource(Faults)
{
    /// <summary>Rows of tables that are no data; one count for all members of an archive.</summary>
    public PassedCount Passed { get; } = new();

    public FoundPaper Paper { get; } = new();
}

internal sealed class PassedCount
{
    public int Rows { get; set; }
}

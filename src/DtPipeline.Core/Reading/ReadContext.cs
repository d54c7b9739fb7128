using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;

namespace DtPipeline.Reading;

/// <summary>What turning the grids of a file into rows needs to know: whose report it is, and for when.</summary>
internal sealed record ReadContext(ReportPath Path, ReportingCatalogue Catalogue, FaultList Faults) : GridSource(Faults);

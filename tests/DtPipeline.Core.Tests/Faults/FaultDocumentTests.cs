namespace DtPipeline.Core.Tests.Faults;

public sealed class FaultDocumentTests
{
    [Fact]
    public Task ThePageOfFaultsSaysWhatTheCodeSays() => Repository.HasPageAsync("faults.md", FaultDocument.Text());
}

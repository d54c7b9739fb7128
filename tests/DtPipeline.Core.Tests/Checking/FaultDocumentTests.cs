namespace DtPipeline.Core.Tests.Checking;

public sealed class FaultDocumentTests
{
    [Fact]
    public Task ThePageOfFaultsSaysWhatTheCodeSays() => Repository.HasPageAsync("faults.md", FaultDocument.Text());
}

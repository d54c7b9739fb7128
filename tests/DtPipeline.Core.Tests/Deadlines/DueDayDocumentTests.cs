namespace DtPipeline.Core.Tests.Deadlines;

public sealed class DueDayDocumentTests
{
    [Fact]
    public Task ThePageOfDueDaysSaysWhatTheRulesSay() => Repository.HasPageAsync("due-days.md", DueDayDocument.Text());
}

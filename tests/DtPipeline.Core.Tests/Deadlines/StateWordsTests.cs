using DtPipeline.Deadlines;
using DtPipeline.Texts;

namespace DtPipeline.Core.Tests.Deadlines;

public sealed class StateWordsTests
{
    [Theory]
    [InlineData(ObligationState.Expected, "chưa đến hạn", "expected")]
    [InlineData(ObligationState.OnTime, "đúng hạn", "on time")]
    [InlineData(ObligationState.Late, "nộp muộn", "late")]
    [InlineData(ObligationState.Nil, "không phát sinh", "nil")]
    [InlineData(ObligationState.Faulty, "có lỗi", "faulty")]
    [InlineData(ObligationState.Missing, "chưa nộp", "missing")]
    [InlineData(ObligationState.Exempt, "miễn", "exempt")]
    public void PeopleReadAnObligationsStateInBothLanguages(ObligationState state, string vi, string en) => Assert.Equal(new Bilingual(vi, en), StateWords.Of(state));

    [Theory]
    [InlineData(TaskState.Assigned, "assigned")]
    [InlineData(TaskState.InProgress, "in_progress")]
    [InlineData(TaskState.DueSoon, "due_soon")]
    [InlineData(TaskState.Overdue, "overdue")]
    [InlineData(TaskState.Done, "done")]
    [InlineData(TaskState.DoneLate, "done_late")]
    public void ProgramsReadATasksState(TaskState state, string name) => Assert.Equal(name, TaskStanding.NameOf(state));

    [Theory]
    [InlineData(EvidenceState.NotRequired, "not_required")]
    [InlineData(EvidenceState.Missing, "missing")]
    [InlineData(EvidenceState.Present, "present")]
    public void ProgramsReadWhetherASignedPaperIsThere(EvidenceState state, string name) => Assert.Equal(name, EvidenceRule.NameOf(state));
}

using DtPipeline.Answers.Mails;

namespace DtPipeline.Core.Tests.Answers.Mails;

public sealed class MailRetryTests
{
    [Fact]
    public void AMailIsOfferedAgainSoonAndThenLessAndLessOften() => Assert.Equal(
        ["00:01:00", "00:05:00", "00:15:00", "00:30:00", "01:00:00", "02:00:00", "04:00:00", "04:00:00", "04:00:00"],
        Enumerable.Range(1, 9).Select(n => MailRetry.DelayAfter(n).ToString()));
}

using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Of which alerts mail is made at eight o'clock, where two minutes of quiet are asked for.</summary>
public sealed class MailWorkTests
{
    private static readonly DateTimeOffset Now = new(2023, 7, 8, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("red 120", "red 120")]
    [InlineData("red 119")]
    [InlineData("red 300, red 60")]
    [InlineData("red 300, red 120", "red 300", "red 120")]
    [InlineData("red 600, red 60, red 0", "red 600", "red 60", "red 0")]
    [InlineData("red 60, file 0", "file 0")]
    [InlineData("file 0, red 120", "file 0", "red 120")]
    public void AllThatCameUpGoesTogetherWhenNoMoreComes(string marks, params string[] ready)
    {
        var work = Work(marks);

        Assert.Equal(ready, work.Ready(Now).Select(m => m.RowKey));
        Assert.Equal(ready.Length > 0, work.IsDue(Now));
    }

    private static MailWork Work(string marks) => new(
        [.. marks.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(m => new MailMark(
            "P63-01", m.StartsWith("file", StringComparison.Ordinal) ? "report.faulty~f" : "report.overdue~o", Now.AddSeconds(-int.Parse(m.Split(' ')[1], null)), m, default))],
        [],
        null,
        default)
    {
        Quiet = TimeSpan.FromMinutes(2),
    };
}

namespace DtPipeline.Answers.Mails;

/// <summary>When a mail that was not taken is offered again: soon at first, for a server that puts strangers off takes the second try; then less and less often.</summary>
public static class MailRetry
{
    private static readonly TimeSpan[] Delays =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4)];

    /// <param name="attempts">Made so far, at least one.</param>
    public static TimeSpan DelayAfter(int attempts) => Delays[Math.Min(attempts, Delays.Length) - 1];
}

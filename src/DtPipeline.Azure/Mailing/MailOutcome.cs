namespace DtPipeline.Azure.Mailing;

/// <summary>What became of one attempt to hand a mail over.</summary>
/// <param name="Why">A status code or the type of an exception, never what the server said: that names the recipient.</param>
internal sealed record MailOutcome(MailResult Result, string Why)
{
    public static readonly MailOutcome Taken = new(MailResult.Taken, string.Empty);
}

internal enum MailResult
{
    Taken,

    /// <summary>It will never be taken: 5xx to the recipient or the message.</summary>
    Refused,

    /// <summary>Not now, or nobody knows.</summary>
    Later,

    /// <summary>The server itself is away, or does not let us in: no other mail would fare better.</summary>
    ServerAway,
}

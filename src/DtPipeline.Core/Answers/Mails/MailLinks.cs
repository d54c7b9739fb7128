using DtPipeline.Catalogue;

namespace DtPipeline.Answers.Mails;

/// <summary>Where a mail leads.</summary>
/// <param name="Look">To what it speaks of.</param>
/// <param name="Help">To how that is done.</param>
public sealed record MailLinks(Uri Look, Uri Help)
{
    /// <summary>Who reports reads the guide for senders, the others how an alert is worked.</summary>
    public static MailLinks Of(Recipient recipient, Uri look, HelpAddress help) => new(look, recipient.IsReporter ? help.OfSenders("vi") : help.OfAlerts("vi"));
}

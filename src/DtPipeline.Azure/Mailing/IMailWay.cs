using MimeKit;

namespace DtPipeline.Azure.Mailing;

/// <summary>Where mail goes: to a mail server, or into a folder.</summary>
internal interface IMailWay : IAsyncDisposable
{
    /// <param name="id">The mail's own, whatever the attempt.</param>
    public Task<MailOutcome> SendAsync(MimeMessage message, string id, CancellationToken cancellationToken);
}

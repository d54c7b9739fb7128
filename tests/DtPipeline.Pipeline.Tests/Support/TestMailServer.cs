using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DtPipeline.ServiceBus.Tests.Support;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>A mail server on loopback, with STARTTLS by a certificate that nobody vouches for. Every mailbox takes what comes unless it is told otherwise.</summary>
internal sealed class TestMailServer : MailboxFilter, IMessageStore, IUserAuthenticator, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<Task<SmtpReplyCode>>> mailboxes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string To, MimeMessage Mail)> taken = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ReservedPort port = ReservedPort.Take();
    private readonly Task running;

    private TestMailServer((string User, string Password)? signIn)
    {
        SignIn = signIn;
        var services = new ServiceProvider();
        services.Add((IMailboxFilter)this);
        services.Add((IMessageStore)this);
        services.Add((IUserAuthenticator)this);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).Certificate(SelfSigned()).AuthenticationRequired(signIn is not null))
            .Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port => port.Number;

    /// <summary>Of the mails that were taken, in the order of their coming.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. taken.Select(t => t.Mail)];

    /// <summary>Every address that a mail was offered for.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    private (string User, string Password)? SignIn { get; }

    /// <param name="signIn">Who may send; null: everybody.</param>
    public static TestMailServer Start((string User, string Password)? signIn = null) => new(signIn);

    public IReadOnlyList<MimeMessage> TakenBy(string address) => [.. taken.Where(t => t.To == address).Select(t => t.Mail)];

    public int AskedFor(string address) => asked.Count(a => a == address);

    /// <param name="code">What its address is answered from now on: 550 that there is no such mailbox, 451 that it may be tried again.</param>
    public void Answer(string address, int code) => mailboxes[address] = () => Task.FromResult((SmtpReplyCode)code);

    /// <summary>Its address is not answered at all.</summary>
    public void KeepSilent(string address) => mailboxes[address] = async () =>
    {
        await Task.Delay(Timeout.Infinite, stop.Token);
        return SmtpReplyCode.Ok;
    };

    public override async Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{to.User}@{to.Host}");
        asked.Enqueue(address);
        var code = mailboxes.TryGetValue(address, out var answer) ? await answer() : SmtpReplyCode.Ok;
        return code == SmtpReplyCode.Ok ? true : throw new SmtpResponseException(new SmtpResponse(code, $"<{address}> is not served"));
    }

    public async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(buffer.ToArray());
        var mail = await MimeMessage.LoadAsync(stream, cancellationToken);

        // A header is parsed when it is first asked for, and by two threads at once it is parsed twice into one list.
        taken.Enqueue((mail.To.Mailboxes.Single().Address, mail));
        return SmtpResponse.Ok;
    }

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult(SignIn == (user, password));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stop.Dispose();
        port.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}

using DtPipeline.Answers.Mails;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Alerting;

public sealed class MimeMailTests
{
    private static readonly PipelineSettings Settings = new() { PublicUrl = "https://dtpipeline.example.test", MailFrom = "DT <dt@example.test>" };

    [Theory]
    [InlineData("task.overdue~T24-01~@provinces~1~raised~SEC", "task.overdue~T24-01~=40provinces~1~raised~SEC@dtpipeline.example.test")]
    [InlineData(".a..b\r\n>.", "=2Ea.=2Eb=0D=0A=3E=2E@dtpipeline.example.test")]
    public void AMessageIdIsOneWhateverTheMailIsCalled(string id, string expected) => Assert.Equal(expected, MimeMail.Of(Mail(id, "x"), "a@example.test", Settings)!.MessageId);

    [Fact]
    public void NoHeaderHoldsALineBreakOfSomebodyElse()
    {
        var message = MimeMail.Of(Mail("a", "Tin\r\nBcc: everybody@example.test\r\n\r\nxin chào"), "a@example.test\r\nBcc: b@example.test", Settings);

        Assert.Null(message);
        message = MimeMail.Of(Mail("a", "Tin\r\nBcc: everybody@example.test\r\n\r\nxin chào"), "a@example.test", Settings)!;
        Assert.Equal("Tin Bcc: everybody@example.test xin chào", message.Subject);
        Assert.Empty(message.Bcc);
        Assert.Equal(["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"], message.Headers.Select(h => h.Field).Append("Content-Type").Append("MIME-Version").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheSameMailIsTheSameBytesWheneverItIsMade()
    {
        Assert.Equal(Bytes(), Bytes());

        static byte[] Bytes()
        {
            using var stream = new MemoryStream();
            MimeMail.Of(Mail("a", "Tin"), "a@example.test", Settings)!.WriteTo(stream);
            return stream.ToArray();
        }
    }

    private static ComposedMail Mail(string id, string subject) => new(id, "SEC", DateTimeOffset.UnixEpoch, new MailContent(subject, "văn bản\n", "<p>văn bản</p>\n"));
}

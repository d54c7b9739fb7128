using System.Globalization;
using System.Runtime.Serialization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Http;
using Reason = Azure.Messaging.ServiceBus.ServiceBusFailureReason;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class WireTests
{
    [Fact]
    public void TheEmulatorIsPlainHttpOnItsPortAndANamespaceIsHttps()
    {
        const string Key = ";SharedAccessKeyName=a;SharedAccessKey=b;";

        Assert.Equal("http://localhost:5672/", EndpointOf($"Endpoint=sb://localhost{Key}UseDevelopmentEmulator=true"));
        Assert.Equal("http://localhost:5690/", EndpointOf($"Endpoint=sb://localhost:5690/{Key}UseDevelopmentEmulator=true"));
        Assert.Equal("https://name.example/", EndpointOf($"Endpoint=sb://name.example/{Key}"));

        static string EndpointOf(string connectionString) => ConnectionString.Parse(connectionString).Endpoint.AbsoluteUri;
    }

    [Fact]
    public void ATokenNamesTheNamespaceTheExpiryAndTheKeyAndIsSigned()
    {
        var clock = new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var policy = new SharedAccessSignaturePolicy(new Uri("https://name.example/"), "Root+Key", "c2VjcmV0", clock);

        var token = policy.Token();

        var signature = HMACSHA256.HashData("c2VjcmV0"u8, "https%3A%2F%2Fname.example%2F\n1800001200"u8);
        Assert.Equal(
            "SharedAccessSignature sr=https%3A%2F%2Fname.example%2F"
            + $"&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}&se=1800001200&skn=Root%2BKey",
            token);
    }

    [Theory]
    [InlineData(401, "x", "Service Bus did not accept the credential for alerts: x")]
    [InlineData(403, "x", "Service Bus did not allow the call on alerts: x")]
    public void ARefusedCredentialIsAnUnauthorizedAccess(int status, string body, string sentence)
        => Assert.Equal(sentence, Assert.IsType<UnauthorizedAccessException>(FailureOf(status, body)).Message);

    [Theory]
    [InlineData(403, "Quota exceeded.", Reason.QuotaExceeded, false, "alerts is full: Quota exceeded.")]
    [InlineData(410, "", Reason.MessagingEntityNotFound, false, "Service Bus has no queue, topic or subscription alerts.")]
    [InlineData(413, "", Reason.MessageSizeExceeded, false, "The message is too large for alerts: no reason given.")]
    [InlineData(429, "slow down", Reason.ServiceBusy, true, "Service Bus is busy: slow down")]
    [InlineData(503, "<Error><Code>503</Code><Detail>moving</Detail></Error>", Reason.ServiceBusy, true, "Service Bus is busy: moving")]
    [InlineData(504, "", Reason.ServiceTimeout, true, "Service Bus took too long over alerts: no reason given.")]
    [InlineData(400, "<p>bad", Reason.GeneralError, false, "Service Bus answered 400 for alerts: <p>bad")]
    [InlineData(500, "", Reason.GeneralError, true, "Service Bus answered 500 for alerts: no reason given.")]
    public void AnyOtherRefusalSaysItsReason(int status, string body, Reason reason, bool passes, string sentence)
    {
        var failure = Assert.IsType<ServiceBusException>(FailureOf(status, body));

        Assert.Equal(reason, failure.Reason);
        Assert.Equal(passes, failure.IsTransient);
        Assert.Equal($"{sentence} ({reason})", failure.Message);
    }

    [Fact]
    public void WhatHttpCannotCarryIsNamed()
    {
        var guid = Assert.Throws<SerializationException>(() => ApplicationProperties.Encode("id", Guid.Empty));
        var name = Assert.Throws<SerializationException>(() => ApplicationProperties.Encode("mức độ", "đỏ"));
        var header = Assert.Throws<SerializationException>(() => ApplicationProperties.Encode("date", "x"));

        Assert.Equal(
            "Over HTTP, Service Bus cannot carry application property 'id': it is a Guid, not a string, boolean, integer or finite number.",
            guid.Message);
        Assert.Equal("Over HTTP, Service Bus cannot carry an application property named 'mức độ'.", name.Message);
        Assert.Equal("Over HTTP, Service Bus cannot carry an application property named 'date'.", header.Message);
    }

    [Fact]
    public void ValuesGoAsAsciiWhateverTheCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");

            Assert.Equal("0.5", ApplicationProperties.Encode("share", 0.5));
            Assert.True(Ascii.IsValid(ApplicationProperties.Encode("province", "Đắk Lắk")));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TheBodyOfABatchedMessageIsTextOrMarkedAsBase64()
    {
        var text = Batched(new ServiceBusMessage("Huế") { MessageId = "a", TimeToLive = TimeSpan.FromSeconds(90) });
        var bytes = Batched(new ServiceBusMessage(new byte[] { 255 }) { MessageId = "b" });

        Assert.Equal("""[{"Body":"Huế","BrokerProperties":{"MessageId":"a","TimeToLive":90},"UserProperties":{}}]""", text);
        Assert.Equal("""[{"Body":"/w==","IsBodyBase64":true,"BrokerProperties":{"MessageId":"b"},"UserProperties":{}}]""", bytes);
    }

    [Fact]
    public void ARenewalThatSaysNoTimeHoldsForAsLongAgain()
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var message = new ServiceBusReceivedMessage(BinaryData.FromString(""), new Dictionary<string, object>())
        {
            LockedUntil = now.AddSeconds(60),
            LockDuration = TimeSpan.FromSeconds(60),
        };

        var answer = new HttpAnswer(200, [], now.AddSeconds(45), BinaryData.FromString(""));

        Assert.Equal(now.AddSeconds(105), answer.RenewedLock(message));
    }

    private static string Batched(ServiceBusMessage message)
    {
        var body = new BatchBody();
        body.TryAdd(message, long.MaxValue);

        return Encoding.UTF8.GetString(body.ToArray());
    }

    private static Exception FailureOf(int status, string body) => Failure.OfAnswer(
        new HttpAnswer(status, [], null, BinaryData.FromString(body)), new HttpCall(RequestMethod.Post, "alerts", "messages"));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

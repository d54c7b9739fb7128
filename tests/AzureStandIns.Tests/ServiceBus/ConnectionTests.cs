using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Messaging.ServiceBus;

namespace AzureStandIns.Tests.ServiceBus;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task ABusThatIsNotThereIsACommunicationProblemThatMayPass(int retries)
    {
        var port = FreePort();
        var options = new ServiceBusClientOptions
        {
            RetryOptions = { Mode = ServiceBusRetryMode.Fixed, MaxRetries = retries, Delay = TimeSpan.FromMilliseconds(1) },
        };
        await using var client = new ServiceBusClient(LocalBroker.ConnectionStringTo(port), options);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("alerts").SendMessageAsync(new ServiceBusMessage("lost")));

        Assert.Equal(ServiceBusFailureReason.ServiceCommunicationProblem, failure.Reason);
        Assert.True(failure.IsTransient);
        Assert.NotNull(failure.InnerException);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"The Service Bus at 127.0.0.1:{port} cannot be reached: "),
            failure.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The Service Bus connection string is empty.")]
    [InlineData("secret", "The Service Bus connection string has a part that is not of the form Name=Value.")]
    [InlineData("SharedAccessKeyName=a;SharedAccessKey=secret", "The Service Bus connection string has no Endpoint.")]
    [InlineData("Endpoint=sb://x/;SharedAccessKey=secret", "The Service Bus connection string has no SharedAccessKeyName.")]
    [InlineData("Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=", "The Service Bus connection string has no SharedAccessKey.")]
    [InlineData(
        "Endpoint=secret;SharedAccessKeyName=a;SharedAccessKey=secret",
        "The Service Bus connection string has an Endpoint that is not an address such as sb://name.servicebus.windows.net/.")]
    [InlineData(
        "Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=secret;EntityPath=alerts",
        "The Service Bus connection string names one queue or topic (EntityPath); use the connection string of the namespace.")]
    public void AConnectionStringSaysWhatItLacksAndKeepsItsKey(string connectionString, string sentence)
    {
        var failure = Assert.Throws<ArgumentException>(() => new ServiceBusClient(connectionString));

        Assert.Equal(sentence, failure.Message);
    }

    [Theory]
    [InlineData("Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b=", "contoso.servicebus.windows.net")]
    [InlineData("endpoint = sb://localhost ; sharedaccesskeyname = a; SharedAccessKey=b; UseDevelopmentEmulator=true", "localhost")]
    public async Task AClientKnowsItsNamespace(string connectionString, string host)
    {
        await using var client = new ServiceBusClient(connectionString);

        Assert.Equal(host, client.FullyQualifiedNamespace);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

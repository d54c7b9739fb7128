using DtPipeline.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class SettingsTests
{
    private const string Bus = "Endpoint=sb://127.0.0.1;SharedAccessKeyName=x;SharedAccessKey=x;UseDevelopmentEmulator=true;";
    private const string Local = " Locally both stand in local.settings.json (copy local.settings.sample.json).";

    [Fact]
    public void MissingStorageIsNamed() => Assert.Equal(
        "The setting Storage__accountName is missing: set it to the storage account's name to connect by identity, or set Storage to a connection string." + Local,
        Assert.Throws<InvalidOperationException>(() => Add(("ServiceBus", Bus))).Message);

    [Fact]
    public void EmptyStorageIsMissing() => Assert.Equal(
        "The setting Storage__accountName is missing: set it to the storage account's name to connect by identity, or set Storage to a connection string." + Local,
        Assert.Throws<InvalidOperationException>(() => Add(("ServiceBus", Bus), ("Storage", string.Empty))).Message);

    [Fact]
    public void MissingServiceBusIsNamed() => Assert.Equal(
        "The setting ServiceBus__fullyQualifiedNamespace is missing: set it to the namespace's host name, for example contoso.servicebus.windows.net to connect by identity, "
        + "or set ServiceBus to a connection string." + Local,
        Assert.Throws<InvalidOperationException>(() => Add(("Storage", "UseDevelopmentStorage=true"))).Message);

    [Fact]
    public void ABlobAddressWithoutATableAddressNamesWhatIsMissing() => Assert.Equal(
        "The setting Storage__accountName is missing: set it to the storage account's name to connect by identity, or set Storage to a connection string." + Local,
        Assert.Throws<InvalidOperationException>(() => Add(("ServiceBus", Bus), ("Storage:blobServiceUri", "https://contoso.blob.core.windows.net"))).Message);

    [Fact]
    public void NamesAreEnoughToConnectByIdentity() => Add(("Storage:accountName", "contoso"), ("ServiceBus:fullyQualifiedNamespace", "contoso.servicebus.windows.net"));

    private static void Add(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        new ServiceCollection().AddDtPipeline(configuration);
    }
}

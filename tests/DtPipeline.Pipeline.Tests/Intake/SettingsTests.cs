using Azure.Messaging.ServiceBus;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Pipeline.Tests.Intake;

public sealed class SettingsTests
{
    private const string Bus = "Endpoint=sb://127.0.0.1;SharedAccessKeyName=x;SharedAccessKey=x;UseDevelopmentEmulator=true;";
    private const string Local = " Locally both stand in local.settings.json (copy local.settings.sample.json).";

    [Fact]
    public void MissingStorageIsNamed() => Assert.Equal(
        "The setting Reporting__accountName is missing: set it to the storage account's name to connect by identity, or set Reporting to a connection string." + Local,
        Refusal(("ServiceBus", Bus)));

    [Fact]
    public void EmptyStorageIsMissing() => Assert.Equal(
        "The setting Reporting__accountName is missing: set it to the storage account's name to connect by identity, or set Reporting to a connection string." + Local,
        Refusal(("ServiceBus", Bus), ("Reporting", string.Empty)));

    [Fact]
    public void MissingServiceBusIsNamed() => Assert.Equal(
        "The setting ServiceBus__fullyQualifiedNamespace is missing: set it to the namespace's host name, for example contoso.servicebus.windows.net to connect by identity, "
        + "or set ServiceBus to a connection string." + Local,
        Refusal(("Reporting", "UseDevelopmentStorage=true")));

    [Fact]
    public void ABlobAddressWithoutAQueueAddressNamesWhatIsMissing() => Assert.Equal(
        "The setting Reporting__queueServiceUri is missing: set it to the address of the account's queue service, for example https://contoso.queue.core.windows.net, "
        + "or set Reporting__accountName instead of all three addresses.",
        Refusal(Connected(("Reporting:accountName", null), ("Reporting:blobServiceUri", "https://contoso.blob.core.windows.net"), ("Reporting:tableServiceUri", "https://contoso.table.core.windows.net"))));

    [Fact]
    public void AnAddressThatIsNoneIsNamed() => Assert.Equal(
        "The setting Reporting__tableServiceUri is 'contoso', which is no address: write it whole, for example https://contoso.table.core.windows.net.",
        Refusal(Connected(
            ("Reporting:accountName", null),
            ("Reporting:blobServiceUri", "https://contoso.blob.core.windows.net"),
            ("Reporting:queueServiceUri", "https://contoso.queue.core.windows.net"),
            ("Reporting:tableServiceUri", "contoso"))));

    [Theory]
    [InlineData("Reporting", "The setting Reporting is no connection string: copy it whole from where it is shown, or remove it and connect by identity.")]
    [InlineData("ServiceBus", "The setting ServiceBus is no connection string: copy it whole from where it is shown, or remove it and connect by identity.")]
    public void AConnectionStringThatIsNoneIsNamedAndNotShown(string name, string expected) => Assert.Equal(expected, Refusal(Connected((name, "se;cret"))));

    [Fact]
    public async Task ThreeAddressesConnectByIdentity()
    {
        await using var services = Add(Connected(
            ("Reporting:accountName", null),
            ("Reporting:blobServiceUri", "https://contoso.blob.example"),
            ("Reporting:queueServiceUri", "https://contoso.queue.example"),
            ("Reporting:tableServiceUri", "https://contoso.table.example")));
        var account = services.GetRequiredService<StorageAccount>();

        Assert.Equal("https://contoso.blob.example/reports", account.Reports.Uri.ToString());
        Assert.StartsWith("https://contoso.table.example/", account.Ledger.Uri.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountNameWinsOverAddresses()
    {
        await using var services = Add(Connected(("Reporting:blobServiceUri", "https://other.blob.example"), ("Reporting:clientId", "00000000-0000-0000-0000-000000000001")));

        Assert.Equal("https://contoso.blob.core.windows.net/archive", services.GetRequiredService<StorageAccount>().Archive.Uri.ToString());
    }

    [Theory]
    [InlineData("FetchWithin", "soon", "The setting DtPipeline__FetchWithin is 'soon': set it to a time in hours, minutes and seconds, for example 00:00:30.")]
    [InlineData("FetchWithin", "00:00:00", "The setting DtPipeline__FetchWithin is 00:00:00: set it to a time above zero, for example 00:00:30.")]
    [InlineData("SweepAfter", "-00:01:00", "The setting DtPipeline__SweepAfter is -00:01:00: set it to a time of zero or above, for example 00:02:00.")]
    [InlineData("MostReportBytes", "20 MB", "The setting DtPipeline__MostReportBytes is '20 MB': set it to a whole number.")]
    [InlineData("MostReportBytes", "0", "The setting DtPipeline__MostReportBytes is 0: set it to the bytes of the largest report to be read, for example 20971520.")]
    [InlineData("AllowPrivateSources", "perhaps", "The setting DtPipeline__AllowPrivateSources is 'perhaps': set it to true or false.")]
    [InlineData("RedAfterDays", "-1", "The setting DtPipeline__RedAfterDays is -1: set it to a number of days, zero or above.")]
    [InlineData("SmtpPort", "0", "The setting DtPipeline__SmtpPort is 0: set it to a port between 1 and 65535, for example 587.")]
    [InlineData("SmtpWithin", "00:02:00", "The setting DtPipeline__SmtpWithin is 00:02:00: set it to a time above zero, of a minute at most, for example 00:00:20.")]
    [InlineData("SmtpWithin", "00:00:00", "The setting DtPipeline__SmtpWithin is 00:00:00: set it to a time above zero, of a minute at most, for example 00:00:20.")]
    [InlineData("MailGivenUpAfter", "00:00:00", "The setting DtPipeline__MailGivenUpAfter is 00:00:00: set it to a time above zero, for example 3.00:00:00 for three days.")]
    [InlineData("MailFrom", "a@b@c", "The setting DtPipeline__MailFrom is 'a@b@c': set it to an e-mail address, for example dtpipeline@example.gov.vn.")]
    [InlineData("SmtpUser", "dtpipeline", "Of the settings DtPipeline__SmtpUser and DtPipeline__SmtpPassword one is missing: set both to sign in to the mail server, or none.")]
    [InlineData("SmtpPassword", "secret", "Of the settings DtPipeline__SmtpUser and DtPipeline__SmtpPassword one is missing: set both to sign in to the mail server, or none.")]
    [InlineData("PublicUrl", "dtpipeline", "The setting DtPipeline__PublicUrl is 'dtpipeline': set it to a whole address, for example https://dtpipeline.example.gov.vn.")]
    public void AWrongValueStopsTheStart(string name, string value, string expected) => Assert.Equal(expected, Refusal(Connected(($"DtPipeline:{name}", value))));

    [Fact]
    public void EveryWrongSettingIsNamedAtOnce() => Assert.Equal(
        "The setting DtPipeline__MostReportBytes is 'x': set it to a whole number." + Environment.NewLine
        + "The setting DtPipeline__SmtpPort is 'y': set it to a whole number.",
        Refusal(Connected(("DtPipeline:MostReportBytes", "x"), ("DtPipeline:SmtpPort", "y"))));

    [Fact]
    public void AnAppInAzureNeedsTheAddressThatAlertsLinkTo() => Assert.Equal(
        "The setting DtPipeline__PublicUrl is missing: set it to the address that alerts link to, for example https://dtpipeline.example.gov.vn, "
        + "among the settings of the function app (infra/functionapp.bicep).",
        Refusal(Connected(("WEBSITE_SITE_NAME", "func"))));

    [Fact]
    public void AnAppInAzureThatMailsNeedsASender() => Assert.Equal(
        "The setting DtPipeline__MailFrom is missing: set it to the sender of e-mail, as DtPipeline__SmtpHost is set, among the settings of the function app (infra/functionapp.bicep).",
        Refusal(Connected(("WEBSITE_SITE_NAME", "func"), ("DtPipeline:PublicUrl", "https://func.example"), ("DtPipeline:SmtpHost", "smtp.example"))));

    [Fact]
    public void AnAppInAzureFetchesFromNoPrivateNetwork() => Assert.Equal(
        "The setting DtPipeline__AllowPrivateSources is for use on one machine: remove it from the settings of the function app.",
        Refusal(Connected(("WEBSITE_SITE_NAME", "func"), ("DtPipeline:PublicUrl", "https://func.example"), ("DtPipeline:AllowPrivateSources", "true"))));

    [Fact]
    public void AnAppInAzureTrustsNoMailServerBlindly() => Assert.Equal(
        "The setting DtPipeline__AllowInsecureSmtp is for use on one machine: remove it from the settings of the function app.",
        Refusal(Connected(("WEBSITE_SITE_NAME", "func"), ("DtPipeline:PublicUrl", "https://func.example"), ("DtPipeline:AllowInsecureSmtp", "true"))));

    [Fact]
    public async Task NamesAreEnoughToConnectByIdentity()
    {
        await using var services = Add(Connected());

        Assert.Equal("https://contoso.blob.core.windows.net/reports", services.GetRequiredService<StorageAccount>().Reports.Uri.ToString());
        Assert.Equal("contoso.servicebus.windows.net", services.GetRequiredService<ServiceBusClient>().FullyQualifiedNamespace);
    }

    private static (string Name, string? Value)[] Connected(params (string Name, string? Value)[] settings) =>
        [("Reporting:accountName", "contoso"), ("ServiceBus:fullyQualifiedNamespace", "contoso.servicebus.windows.net"), .. settings];

    private static string Refusal(params (string Name, string? Value)[] settings) => Assert.Throws<InvalidOperationException>(() => Add(settings)).Message;

    private static ServiceProvider Add(params (string Name, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddDtPipeline(configuration).BuildServiceProvider();
    }
}

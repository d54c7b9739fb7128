using System.Globalization;
using System.Reflection;
using System.Text.Json;
using DtPipeline.Azure;
using DtPipeline.Azure.Storage;
using DtPipeline.Infra.Tests.Compiling;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DtPipeline.Infra.Tests;

/// <summary>The settings in functionapp.bicep against what the code asks for when it starts.</summary>
public sealed class AppSettingTests
{
    // Read by the platform and the Functions host, never by our code.
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsDisableHomepage", "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "DOTNET_GCgen0size", "FUNCTIONS_EXTENSION_VERSION",
        "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "Reporting__credential", "ServiceBus__credential", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED",
    ];

    private static IReadOnlyDictionary<string, string> Settings => Deployment.Deployed("Microsoft.Web/sites/config").Single(r => r.Name == "appsettings")
        .Find("properties")!.Value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);

    [Fact]
    public void TheAppStartsWithTheSettingsOfTheDeployment() => Start(new AskedFor());

    [Fact]
    public void EverySettingOfTheDeploymentIsReadByTheCodeOrThePlatform()
    {
        var asked = new AskedFor();
        Start(asked);

        Assert.Equal(OfThePlatform, Settings.Keys.Except(asked.Names, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySettingThatTheCodeReadsIsInTheDeploymentUnlessItIsForOneMachine()
    {
        var asked = new AskedFor();
        Start(asked);
        var ofOneMachine = PipelineSettings.LocalOnly.Select(n => $"DtPipeline__{n}");
        // The binder asks for these too, and can do nothing with the answer.
        var workedOut = typeof(PipelineSettings).GetProperties().Where(p => !p.CanWrite).Select(p => $"DtPipeline__{p.Name}");
        var ofDeployments = asked.Names.Where(n => n.StartsWith("DtPipeline__", StringComparison.Ordinal)).Except(ofOneMachine).Except(workedOut).ToList();

        Assert.NotEmpty(ofDeployments);
        Assert.Empty(ofDeployments.Except(Settings.Keys));
        Assert.Empty(ofOneMachine.Intersect(Settings.Keys));
    }

    [Fact]
    public void NoSettingIsAConnectionStringWithAKey() => Assert.Empty(
        Settings.Keys.Intersect([StorageNames.StorageConnection, StorageNames.ServiceBusConnection, "AzureWebJobsStorage"]));

    [Fact]
    public void TheDeploymentKeepsClearOfTheTrapsOfThePlan()
    {
        Assert.Equal("0", Settings["WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED"]);
        Assert.Equal("~4", Settings["FUNCTIONS_EXTENSION_VERSION"]);
        Assert.DoesNotContain("FUNCTIONS_WORKER_RUNTIME", Settings.Keys);
    }

    [Fact]
    public void TheBenchmarkIsMeasuredWithTheGarbageCollectorOfTheDeployment()
    {
        var profiles = JsonDocument.Parse(Repository.Text("tests/DtPipeline.Benchmarks/Properties/launchSettings.json"), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })
            .RootElement.GetProperty("profiles").EnumerateObject();

        Assert.Equal(Settings["DOTNET_GCgen0size"], Assert.Single(profiles).Value.GetProperty("environmentVariables").GetProperty("DOTNET_GCgen0size").GetString());
    }

    [Fact]
    public void TheRuntimeAndThePipelineHaveAccountsOfTheirOwn()
    {
        Assert.StartsWith("dtphost", Settings["AzureWebJobsStorage__accountName"], StringComparison.Ordinal);
        Assert.StartsWith("dtpdata", Settings[$"{StorageNames.StorageConnection}__accountName"], StringComparison.Ordinal);
    }

    /// <summary>Host and worker ask for <c>AzureWebJobs</c> and a connection's name before they ask for the name itself.</summary>
    [Fact]
    public void NoSettingStandsBeforeTheConnectionOfATriggerOrAClient()
    {
        var sample = JsonDocument.Parse(Repository.Text("local.settings.sample.json")).RootElement.GetProperty("Values").EnumerateObject().Select(v => v.Name).ToList();

        Assert.Equal([StorageNames.StorageConnection, StorageNames.ServiceBusConnection], OfTriggers.Distinct().Order(StringComparer.Ordinal));
        foreach (var connection in OfTriggers)
        {
            Assert.Empty(Before(connection, Settings.Keys));
            Assert.Empty(Before(connection, sample));
            Assert.Empty(Before(connection, OfTheHost));
            Assert.Contains(sample, n => n == connection);
            Assert.Contains(Settings.Keys, n => n.StartsWith($"{connection}__", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Storage", "AzureWebJobsStorage__accountName")]
    [InlineData("storage", "AzureWebJobsStorage")]
    [InlineData("Dashboard", "AzureWebJobsDashboard:clientId")]
    public void AConnectionNamedAsOneOfTheHostsWouldBeTheHosts(string connection, string setting) => Assert.Equal([setting], Before(connection, [setting]));

    [Theory]
    [InlineData("AzureWebJobsStorage")]
    [InlineData(StorageNames.StorageConnection)]
    [InlineData(StorageNames.ServiceBusConnection)]
    public void EveryConnectionUsesTheIdentityOfTheApp(string connection)
    {
        var identity = Assert.Single(Deployment.Deployed("Microsoft.ManagedIdentity/userAssignedIdentities")).Id;

        Assert.Equal("managedidentity", Settings[$"{connection}__credential"]);
        Assert.Equal($"[reference('{identity}', '2024-11-30').clientId]", Settings[$"{connection}__clientId"]);
    }

    /// <summary>Numbers and times; addresses have to be different in Azure.</summary>
    public static TheoryData<string> WithDefaults =>
        [.. Written.Where(p => p.PropertyType != typeof(string) && !PipelineSettings.LocalOnly.Contains(p.Name)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(WithDefaults))]
    public void ADefaultOfTheDeploymentIsThatOfTheCode(string setting)
    {
        var ofCode = Written.Single(p => p.Name == setting).GetValue(new PipelineSettings())!;
        var parameter = Deployment.Main.GetProperty("parameters").EnumerateObject()
            .Single(p => string.Equals(p.Name, setting, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(Convert.ToString(ofCode, CultureInfo.InvariantCulture), parameter.Value.GetProperty("defaultValue").ToString());
        Assert.Equal(Convert.ToString(ofCode, CultureInfo.InvariantCulture), Settings[$"DtPipeline__{setting}"]);
    }

    // Documented settings of the Functions host that begin so; whoever sets one later would take the connection of that name away.
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsDashboard", "AzureWebJobsDisableHomepage", "AzureWebJobsDotNetReleaseCompilation", "AzureWebJobsFeatureFlags", "AzureWebJobsKubernetesSecretName",
        "AzureWebJobsScriptRoot", "AzureWebJobsSecretStorageKeyVaultName", "AzureWebJobsSecretStorageKeyVaultUri", "AzureWebJobsSecretStorageSas",
        "AzureWebJobsSecretStorageType", "AzureWebJobsStorage", "AzureWebJobs_ExtensionsPath", "AzureWebJobsEnv", "AzureWebJobsHostId",
    ];

    private static IReadOnlyList<string> OfTriggers =>
    [
        .. typeof(Functions.Reports).Assembly.GetTypes().SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters()).SelectMany(p => p.GetCustomAttributes())
            .Select(a => a.GetType().GetProperty("Connection")?.GetValue(a) as string).OfType<string>(),
    ];

    private static IEnumerable<string> Before(string connection, IEnumerable<string> settings) =>
        settings.Where(s => s.Split("__")[0].Split(':')[0].Equals($"AzureWebJobs{connection}", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<PropertyInfo> Written => typeof(PipelineSettings).GetProperties().Where(p => p.CanWrite);

    private static void Start(AskedFor asked)
    {
        var values = Settings.Keys.ToDictionary(n => n.Replace("__", ":", StringComparison.Ordinal), ExampleOf, StringComparer.Ordinal);
        values["WEBSITE_SITE_NAME"] = "func";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Add(asked).Build();
        new ServiceCollection().AddDtPipeline(configuration);
    }

    private static readonly Dictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DtPipeline__SecretariatGroup"] = "00000000-0000-0000-0000-000000000021",
        ["DtPipeline__Viewers"] = PipelineSettings.EverybodyViews,
        ["DtPipeline__Anonymous"] = PipelineSettings.AnonymousSeesNothing,
        ["DtPipeline__Localities"] = "P63-01=00000000-0000-0000-0000-000000006301",
        ["DtPipeline__Uploads"] = PipelineSettings.UploadsToApi,
    };

    private static string? ExampleOf(string name)
    {
        var type = Written.SingleOrDefault(p => $"DtPipeline__{p.Name}" == name)?.PropertyType;
        return type == typeof(TimeSpan) ? "00:01:00"
            : type is { IsPrimitive: true } ? "587"
            : Words.TryGetValue(name, out var word) ? word
            : name == "DtPipeline__PublicUrl" ? "https://func.example"
            : name == "ServiceBus__fullyQualifiedNamespace" ? "contoso.servicebus.windows.net"
            : "contoso";
    }

    /// <summary>Knows nothing and is asked first.</summary>
    private sealed class AskedFor : ConfigurationProvider, IConfigurationSource
    {
        private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

        public IReadOnlyCollection<string> Names => names;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            names.Add(key.Replace(":", "__", StringComparison.Ordinal));
            value = null;
            return false;
        }
    }
}

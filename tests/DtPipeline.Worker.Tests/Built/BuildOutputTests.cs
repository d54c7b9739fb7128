using System.Text.Json.Nodes;
using DtPipeline.Pipeline.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace DtPipeline.Worker.Tests.Built;

/// <summary>What the Functions host reads, against the functions in code.</summary>
public sealed class BuildOutputTests
{
    /// <summary>Of each trigger the startup class of its extension, and its section in host.json. Timers and HTTP are the host's own.</summary>
    private static readonly Dictionary<Type, (string? Extension, string? Section)> Extensions = new()
    {
        [typeof(TimerTriggerAttribute)] = (null, null),
        [typeof(HttpTriggerAttribute)] = (null, "http"),
        [typeof(BlobTriggerAttribute)] = ("Microsoft.Azure.WebJobs.Extensions.Storage.AzureStorageBlobsWebJobsStartup", "blobs"),
        [typeof(ServiceBusTriggerAttribute)] = ("Microsoft.Azure.WebJobs.ServiceBus.ServiceBusWebJobsStartup", "serviceBus"),
    };

    // By it the host loads functions.metadata.
    private const string MetadataLoader = "Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.Startup";

    private static readonly bool IsServiceBusServed = typeof(ServiceBusTriggerAttribute).Assembly.GetName().Name == "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";

    private static IEnumerable<TriggerBindingAttribute> Triggers => CodeFunction.All.Select(f => f.Trigger);

    [Fact]
    public void TheHostIsToldOfEachFunctionWhatItsAttributesSay()
    {
        var told = BuildOutput.Json("functions.metadata").AsArray().Select(f => f!).OrderBy(f => (string)f["name"]!, StringComparer.Ordinal).ToList();

        Assert.Equal(CodeFunction.All.Select(f => f.Name), told.Select(f => (string)f["name"]!));
        Assert.Equal(CodeFunction.All.Select(f => f.EntryPoint), told.Select(f => (string)f["entryPoint"]!));
        Assert.Equal(CodeFunction.All.Select(f => Sorted(f.Binding)), told.Select(f => Sorted(TriggerOf(f))));
        Assert.All(told, f => Assert.Equal(("DtPipeline.Functions.dll", "dotnet-isolated"), ((string)f["scriptFile"]!, (string)f["language"]!)));
    }

    [Fact]
    public void OnlyWhatIsAskedOverHttpReturnsSomething()
    {
        var returning = BuildOutput.Json("functions.metadata").AsArray()
            .Where(f => f!["bindings"]!.AsArray().Any(b => (string?)b!["direction"] == "Out"))
            .Select(f => Assert.Single(f!["bindings"]!.AsArray(), b => (string?)b!["direction"] == "Out")!)
            .ToList();

        Assert.Equal(Triggers.Count(t => t is HttpTriggerAttribute), returning.Count);
        Assert.All(returning, b => Assert.Equal(("$return", "http"), ((string)b["name"]!, (string)b["type"]!)));
    }

    /// <summary>A trigger without its extension is never listened for.</summary>
    [Fact]
    public void TheHostIsGivenTheExtensionOfEachTrigger()
    {
        var needed = Triggers
            .Where(t => t is not ServiceBusTriggerAttribute || IsServiceBusServed)
            .Select(t => Extensions[t.GetType()].Extension)
            .OfType<string>()
            .Append(MetadataLoader);

        var given = BuildOutput.Json("extensions.json")["extensions"]!.AsArray().Select(e => e!).ToList();

        Assert.Equal(needed.Distinct().Order(StringComparer.Ordinal), given.Select(e => ((string)e["typeName"]!).Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.All(given, e => Assert.True(File.Exists(BuildOutput.PathOf((string)e["hintPath"]!)), (string)e["hintPath"]!));
    }

    [Fact]
    public void TheWorkerIsStartedAsADotNetProgram()
    {
        var worker = BuildOutput.Json("worker.config.json")["description"]!;

        Assert.Equal("dotnet-isolated", (string)worker["language"]!);
        Assert.Equal("dotnet", (string)worker["defaultExecutablePath"]!);
        Assert.Equal("DtPipeline.Functions.dll", (string)worker["defaultWorkerPath"]!);
        Assert.Equal("true", (string)worker["workerIndexing"]!, ignoreCase: true);
        Assert.True(File.Exists(BuildOutput.PathOf((string)worker["defaultWorkerPath"]!)));
    }

    [Fact]
    public void TheHostsSettingsAreThoseOfTheSourceAndOfTriggersThatThereAre()
    {
        var host = BuildOutput.Json("host.json");

        Assert.Equal(Repository.Text("src/DtPipeline.Functions/host.json"), File.ReadAllText(BuildOutput.PathOf("host.json")));
        Assert.Equal("2.0", (string)host["version"]!);
        Assert.Equal("OpenTelemetry", (string)host["telemetryMode"]!);
        Assert.Null(host["extensionBundle"]);
        Assert.Subset(Triggers.Select(t => Extensions[t.GetType()].Section).ToHashSet(), host["extensions"]!.AsObject().Select(s => (string?)s.Key).ToHashSet());
    }

    private static JsonObject TriggerOf(JsonNode function) => Assert.Single(function["bindings"]!.AsArray(), b => (string?)b!["direction"] == "In")!.AsObject();

    private static string Sorted(JsonObject binding) => new JsonObject(binding.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString();
}

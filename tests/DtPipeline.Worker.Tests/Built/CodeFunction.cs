using System.Reflection;
using System.Text.Json.Nodes;
using DtPipeline.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace DtPipeline.Worker.Tests.Built;

/// <summary>A function as the attributes in code say it.</summary>
internal sealed record CodeFunction(string Name, MethodInfo Method, ParameterInfo Parameter, TriggerBindingAttribute Trigger)
{
    public static IReadOnlyList<CodeFunction> All { get; } =
    [
        .. from method in typeof(Reports).Assembly.GetTypes().SelectMany(t => t.GetMethods())
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()
           where trigger is not null
           orderby function.Name
           select new CodeFunction(function.Name, method, parameter, trigger),
    ];

    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    /// <summary>What the host must be told of the trigger. A type that it makes a client or a message of is sent as a reference (deferred).</summary>
    public JsonObject Binding
    {
        get
        {
            var binding = new JsonObject { ["name"] = Parameter.Name, ["direction"] = "In" };
            var said = Trigger switch
            {
                TimerTriggerAttribute timer => new() { ["type"] = "timerTrigger", ["schedule"] = timer.Schedule, ["properties"] = new JsonObject() },
                BlobTriggerAttribute blob => new() { ["type"] = "blobTrigger", ["path"] = blob.BlobPath, ["source"] = blob.Source.ToString(), ["connection"] = blob.Connection, ["properties"] = Deferred() },
                ServiceBusTriggerAttribute bus => new()
                {
                    ["type"] = "serviceBusTrigger",
                    ["topicName"] = bus.TopicName,
                    ["subscriptionName"] = bus.SubscriptionName,
                    ["connection"] = bus.Connection,
                    ["cardinality"] = bus.IsBatched ? "Many" : "One",
                    ["properties"] = Deferred(),
                },
                HttpTriggerAttribute http => new JsonObject
                {
                    ["type"] = "httpTrigger",
                    ["authLevel"] = http.AuthLevel.ToString(),
                    ["methods"] = new JsonArray([.. http.Methods!.Select(m => JsonValue.Create(m))]),
                    ["route"] = http.Route,
                    ["properties"] = new JsonObject(),
                },
                var other => throw new NotSupportedException($"{Name} has a {other.GetType().Name}, which this test does not know: say here what the host is told of it."),
            };
            foreach (var (name, value) in said.ToList())
            {
                binding[name] = value!.DeepClone();
            }

            return binding;
        }
    }

    private static JsonObject Deferred() => new() { ["supportsDeferredBinding"] = "True" };
}

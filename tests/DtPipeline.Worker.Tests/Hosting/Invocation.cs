using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Google.Protobuf;

namespace DtPipeline.Worker.Tests.Hosting;

/// <summary>What the Functions host sends for a call of a function: the trigger's value, and what it tells beside it.</summary>
internal sealed class Invocation
{
    private readonly ParameterBinding trigger;
    private readonly Dictionary<string, TypedData> beside = new(StringComparer.Ordinal);

    private bool isKept = true;

    private Invocation(string parameter, TypedData value) => trigger = new ParameterBinding { Name = parameter, Data = value };

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The trace that the host has begun for the call.</summary>
    public string Trace { get; } = Guid.NewGuid().ToString("N");

    /// <param name="isKept">False where the host has sampled the trace away.</param>
    public static Invocation OfTimer(string parameter, bool isKept = true) =>
        new(parameter, new TypedData { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" }) { isKept = isKept };

    /// <summary>Where the blob is, not what is in it: the worker makes the client.</summary>
    public static Invocation OfBlob(string parameter, string connection, string container, string blob)
    {
        var place = JsonSerializer.Serialize(new { Connection = connection, ContainerName = container, BlobName = blob });
        var invocation = new Invocation(parameter, BindingData("AzureStorageBlobs", "application/json", ByteString.CopyFromUtf8(place)));
        invocation.beside["name"] = new TypedData { String = blob };
        invocation.beside["BlobTrigger"] = new TypedData { String = $"{container}/{blob}" };
        return invocation;
    }

    /// <summary>The lock token, then the message as AMQP encodes it.</summary>
    public static Invocation OfMessage(string parameter, ServiceBusReceivedMessage message)
    {
        var content = Guid.Parse(message.LockToken).ToByteArray().Concat(message.GetRawAmqpMessage().ToBytes().ToArray()).ToArray();
        var invocation = new Invocation(parameter, BindingData("AzureServiceBusReceivedMessage", "application/octet-stream", ByteString.CopyFrom(content)));
        invocation.beside["MessageId"] = new TypedData { String = message.MessageId };
        return invocation;
    }

    /// <summary>The request itself goes to the worker over HTTP; here are the values of its route.</summary>
    public static Invocation OfRequest(string parameter, IReadOnlyDictionary<string, string> route)
    {
        var invocation = new Invocation(parameter, new TypedData { Http = new RpcHttp() });
        foreach (var (name, value) in route)
        {
            invocation.beside[name] = new TypedData { String = value };
        }

        return invocation;
    }

    public InvocationRequest Request(string functionId)
    {
        var request = new InvocationRequest
        {
            InvocationId = Id,
            FunctionId = functionId,
            InputData = { trigger },
            TraceContext = new RpcTraceContext { TraceParent = $"00-{Trace}-{Guid.NewGuid().ToString("N")[..16]}-{(isKept ? "01" : "00")}" },
        };
        request.TriggerMetadata.Add(beside);
        return request;
    }

    private static TypedData BindingData(string source, string contentType, ByteString content) =>
        new() { ModelBindingData = new ModelBindingData { Version = "1.0", Source = source, ContentType = contentType, Content = content } };
}

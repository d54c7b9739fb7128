using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>Takes off the pipeline's own headers: on a message, a header that is not known is an application property.</summary>
internal sealed class BareHeadersPolicy : HttpPipelineSynchronousPolicy
{
    private static readonly string[] Unwanted = ["x-ms-client-request-id", "x-ms-return-client-request-id", "traceparent", "tracestate"];

    public override void OnSendingRequest(HttpMessage message)
    {
        foreach (var name in Unwanted)
        {
            message.Request.Headers.Remove(name);
        }
    }
}

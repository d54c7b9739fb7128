using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.ServiceBus.Http;

/// <summary>The way to one namespace: signs, tries again and turns refusals into exceptions.</summary>
internal sealed class HttpChannel
{
    private readonly Uri _endpoint;
    private readonly HttpPipeline _pipeline;

    public HttpChannel(Uri endpoint, HttpPipelinePolicy? authentication, ServiceBusRetryOptions retries)
    {
        _endpoint = endpoint;
        TryTimeout = retries.TryTimeout;

        var options = new PipelineOptions();
        options.Retry.Mode = retries.Mode == ServiceBusRetryMode.Fixed ? RetryMode.Fixed : RetryMode.Exponential;
        options.Retry.MaxRetries = retries.MaxRetries;
        options.Retry.Delay = retries.Delay;
        options.Retry.MaxDelay = retries.MaxDelay;
        options.Diagnostics.IsTelemetryEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.AddPolicy(new BareHeadersPolicy(), HttpPipelinePosition.BeforeTransport);
        _pipeline = HttpPipelineBuilder.Build(options, authentication is null ? [] : [authentication]);
    }

    public TimeSpan TryTimeout { get; }

    public bool IsClosed { get; private set; }

    public void Close() => IsClosed = true;

    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(IsClosed, typeof(ServiceBusClient));

    public async Task<HttpAnswer> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        using var message = _pipeline.CreateMessage();
        message.NetworkTimeout = TryTimeout + (call.Hold ?? TimeSpan.Zero);
        message.Request.Method = call.Method;
        call.WriteUrl(message.Request.Uri, _endpoint);
        call.Fill?.Invoke(message.Request);

        try
        {
            await _pipeline.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && Failure.OfNetwork(exception, _endpoint, call) is { } failure)
        {
            throw failure;
        }

        var answer = HttpAnswer.Of(message.Response);

        return answer.Status < 300 ? answer : throw Failure.OfAnswer(answer, call);
    }

    private sealed class PipelineOptions : ClientOptions;
}

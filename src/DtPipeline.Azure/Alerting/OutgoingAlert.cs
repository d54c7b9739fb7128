using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Ledger;
using DtPipeline.Azure.Telemetry;

namespace DtPipeline.Azure.Alerting;

/// <summary>A row of an outbox on its way to Service Bus: its message, and the span of its sending in the trace that wrote the row.</summary>
internal sealed class OutgoingAlert : IDisposable
{
    /// <summary>Application property that carries the W3C trace context, named as Azure's libraries and the Functions host know it.</summary>
    private const string TraceProperty = "Diagnostic-Id";

    private readonly Activity? span;

    public OutgoingAlert(TableEntity row)
    {
        Row = row;
        Message = AlertMessage.Of(row);
        var traceParent = row.GetString(LedgerRows.TraceParent);
        span = Spans.StartApart(Spans.AlertDispatch, ActivityKind.Producer, traceParent)?.SetTag("alert", Message.MessageId);
        if ((span?.Id ?? traceParent) is { } trace)
        {
            Message.ApplicationProperties[TraceProperty] = trace;
        }
    }

    public TableEntity Row { get; }

    public ServiceBusMessage Message { get; }

    /// <returns>Null where the message was sent without one.</returns>
    public static string? TraceOf(ServiceBusReceivedMessage message) =>
        message.ApplicationProperties.TryGetValue(TraceProperty, out var trace) ? trace as string : null;

    public void Fail(Exception exception) => Spans.Fail(span, exception);

    public void Dispose() => span?.Dispose();
}

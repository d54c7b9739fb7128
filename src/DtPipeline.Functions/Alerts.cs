using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>From an outbox to the secretariat.</summary>
public sealed class Alerts(AlertDispatch dispatch, AlertInbox inbox)
{
    [Function(nameof(DispatchAlerts))]
    public Task DispatchAlerts([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => dispatch.RunAsync(cancellationToken);

    [Function(nameof(DeliverAlert))]
    public Task DeliverAlert(
        [ServiceBusTrigger(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription, Connection = StorageNames.ServiceBusConnection)] ServiceBusReceivedMessage message,
        CancellationToken cancellationToken) => inbox.DeliverAsync(message.MessageId, message.Body, cancellationToken);
}

using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Storage;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>From an outbox to the secretariat.</summary>
public sealed class Alerts(AlertDispatch dispatch, AlertInbox inbox, DigestRun digests)
{
    [Function(nameof(DispatchAlerts))]
    public Task DispatchAlerts([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) => dispatch.RunAsync(cancellationToken);

    [Function(nameof(DeliverAlert))]
    public Task DeliverAlert(
        [ServiceBusTrigger(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription, Connection = StorageNames.ServiceBusConnection)] ServiceBusReceivedMessage message,
        CancellationToken cancellationToken) => inbox.DeliverAsync(message, cancellationToken);

    /// <summary>Half past seven in Vietnam.</summary>
    [Function(nameof(SendDigests))]
    public Task SendDigests([TimerTrigger("0 30 0 * * *")] TimerInfo timer, CancellationToken cancellationToken) => digests.RunAsync(cancellationToken);
}

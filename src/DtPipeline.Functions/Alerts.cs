using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Storage;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Functions;

/// <summary>From an outbox to the secretariat.</summary>
public sealed class Alerts(AlertDispatch dispatch, AlertInbox inbox, DigestRun digests, MailRun mail)
{
    /// <summary>Alerts, and the mail that is due. Side by side: neither waits for the other's server.</summary>
    [Function(nameof(DispatchAlerts))]
    public Task DispatchAlerts([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        Task.WhenAll(dispatch.RunAsync(cancellationToken), mail.RunAsync(cancellationToken));

    [Function(nameof(DeliverAlert))]
    public Task DeliverAlert(
        [ServiceBusTrigger(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription, Connection = StorageNames.ServiceBusConnection)] ServiceBusReceivedMessage message,
        CancellationToken cancellationToken) => inbox.DeliverAsync(message, cancellationToken);

    /// <summary>Half past seven in Vietnam; the later runs of the day make up for what failed. The digests go out with the next mail.</summary>
    [Function(nameof(SendDigests))]
    public Task SendDigests([TimerTrigger("0 30 0-10 * * *")] TimerInfo timer, CancellationToken cancellationToken) => digests.RunAsync(cancellationToken);
}

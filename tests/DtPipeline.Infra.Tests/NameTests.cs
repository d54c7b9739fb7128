using System.Reflection;
using DtPipeline.Azure.Storage;
using DtPipeline.Functions;
using DtPipeline.Infra.Tests.Bicep;
using Microsoft.Azure.Functions.Worker;

namespace DtPipeline.Infra.Tests;

/// <summary>Names that the code and infra/ must share.</summary>
public sealed class NameTests
{
    private static readonly string[] OfTheHost = ["packages", "dead-events"];

    private static readonly MethodInfo BlobFunction = typeof(Reports).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods())
        .Single(m => m.GetParameters().Any(p => p.GetCustomAttribute<BlobTriggerAttribute>() is not null));

    [Fact]
    public void ContainersAreThoseOfTheCode() => Assert.Equal(
        StorageNames.Containers.Concat(OfTheHost).Order(StringComparer.Ordinal), Deployment.NamesOf("Microsoft.Storage/storageAccounts/blobServices/containers"));

    [Fact]
    public void TablesAreThoseOfTheCode() => Assert.Equal(
        StorageNames.Tables.Order(StringComparer.Ordinal), Deployment.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables"));

    [Fact]
    public void TablesWithARoleAreThoseOfTheCode() => Assert.Equal(StorageNames.Tables, Deployment.File("roles.bicep").Texts("tableNames"));

    [Fact]
    public void TheTopicIsThatOfTheCode() => Assert.Equal([StorageNames.AlertsTopic], Deployment.NamesOf("Microsoft.ServiceBus/namespaces/topics"));

    [Fact]
    public void SubscriptionsAreThatOfTheCodeAndTheUrgentOne() => Assert.Equal(
        [StorageNames.SecretariatSubscription, "secretariat-urgent"], Deployment.NamesOf("Microsoft.ServiceBus/namespaces/topics/subscriptions"));

    [Fact]
    public void TheUrgentSubscriptionTakesRedAlertsOnly()
    {
        var rule = Assert.Single(Deployment.Deployed("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules")).Resource;

        Assert.Equal("urgent", rule.Expression("parent"));
        Assert.Equal("red", rule.Text("properties.correlationFilter.properties.severity"));
        Assert.Equal("$Default", rule.Text("name"));
    }

    [Fact]
    public void EventsGoToTheFunctionWithTheBlobTrigger() => Assert.Equal(
        new BicepText(BlobFunction.GetCustomAttribute<FunctionAttribute>()!.Name), Deployment.File("events.bicep").Variables["functionName"]);

    [Fact]
    public void EventsAreThoseOfTheContainerOfTheBlobTrigger()
    {
        var trigger = BlobFunction.GetParameters().Select(p => p.GetCustomAttribute<BlobTriggerAttribute>()).OfType<BlobTriggerAttribute>().Single();

        Assert.Equal(new BicepText(trigger.BlobPath.Split('/')[0]), Deployment.File("events.bicep").Variables["containerName"]);
    }

    [Fact]
    public void TheEndpointIsTheWebhookOfTheBlobExtension()
    {
        var subscription = Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Resource;

        Assert.Equal(
            "https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${listKeys('${app.id}/host/default', '2024-11-01').systemKeys.blobs_extension}",
            subscription.Text("properties.destination.properties.endpointUrl"));
    }
}

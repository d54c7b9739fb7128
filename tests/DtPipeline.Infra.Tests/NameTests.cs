using System.Reflection;
using DtPipeline.Azure.Storage;
using DtPipeline.Functions;
using DtPipeline.Infra.Tests.Compiling;
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
    public void TablesWithARoleAreThoseOfTheCode() => Assert.Equal(
        StorageNames.Tables.Select(t => $"data/tableServices/default/tables/{t}").Order(StringComparer.Ordinal),
        Deployment.Deployed("Microsoft.Authorization/roleAssignments").Select(r => r.Scope)
            .Where(s => s.Contains("/tables/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void TheTopicIsThatOfTheCode() => Assert.Equal([StorageNames.AlertsTopic], Deployment.NamesOf("Microsoft.ServiceBus/namespaces/topics"));

    [Fact]
    public void SubscriptionsAreThatOfTheCodeAndTheUrgentOne() => Assert.Equal(
        [StorageNames.SecretariatSubscription, "secretariat-urgent"], Deployment.NamesOf("Microsoft.ServiceBus/namespaces/topics/subscriptions"));

    [Fact]
    public void TheUrgentSubscriptionTakesRedAlertsOnly()
    {
        var rule = Assert.Single(Deployment.Deployed("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules"));

        Assert.EndsWith("/subscriptions/secretariat-urgent/rules/$Default", rule.Id, StringComparison.Ordinal);
        Assert.Equal("red", rule.Text("properties.correlationFilter.properties.severity"));
    }

    [Fact]
    public void EventsAreThoseOfTheContainerOfTheBlobTrigger()
    {
        var trigger = BlobFunction.GetParameters().Select(p => p.GetCustomAttribute<BlobTriggerAttribute>()).OfType<BlobTriggerAttribute>().Single();

        Assert.Equal(
            $"/blobServices/default/containers/{trigger.BlobPath.Split('/')[0]}/",
            Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Text("properties.filter.subjectBeginsWith"));
    }

    [Fact]
    public void EventsGoToTheWebhookOfTheBlobExtensionForTheFunctionWithTheBlobTrigger()
    {
        const string App = $"/subscriptions/{BicepCompiler.Subscription}/resourceGroups/rg-dtpipeline-all/providers/Microsoft.Web/sites/func-dtpipeline-all";

        Assert.Equal(
            $$"""[format('https://{0}/runtime/webhooks/blobs?functionName=Host.Functions.{1}&code={2}', """
            + $"reference('{App}', '2024-11-01').defaultHostName, '{BlobFunction.GetCustomAttribute<FunctionAttribute>()!.Name}', "
            + $"listKeys('{App}/host/default', '2024-11-01').systemKeys.blobs_extension)]",
            Assert.Single(Deployment.Deployed("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Text("properties.destination.properties.endpointUrl"));
    }
}

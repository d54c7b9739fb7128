using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace AzureStandIns.Tests.Worker;

public sealed class TriggerAttributeTests
{
    [Fact]
    public void AFunctionKeepsItsName()
        => Assert.Equal("Ingest", Method(nameof(Functions.Ingest)).GetCustomAttribute<FunctionAttribute>()?.Name);

    [Fact]
    public void ATimerKeepsItsSchedule()
    {
        var timer = Trigger<TimerTriggerAttribute>(nameof(Functions.Overdue));

        Assert.Equal("0 30 0 * * *", timer.Schedule);
        Assert.True(timer.UseMonitor);
        Assert.True(timer.RunOnStartup);
    }

    [Fact]
    public void ABlobTriggerKeepsItsPathConnectionAndSource()
    {
        var blob = Trigger<BlobTriggerAttribute>(nameof(Functions.Ingest));

        Assert.Equal("reports/{name}", blob.BlobPath);
        Assert.Equal("Storage", blob.Connection);
        Assert.Equal(BlobTriggerSource.EventGrid, blob.Source);
    }

    [Fact]
    public void ASubscriptionTriggerKeepsItsTopicAndSubscription()
    {
        var bus = Trigger<ServiceBusTriggerAttribute>(nameof(Functions.Notify));

        Assert.Equal(("alerts", "secretariat"), (bus.TopicName, bus.SubscriptionName));
        Assert.Null(bus.QueueName);
        Assert.Equal("ServiceBus", bus.Connection);
        Assert.False(bus.AutoCompleteMessages);
        Assert.False(bus.IsSessionsEnabled);
        Assert.True(bus.IsBatched);
    }

    [Fact]
    public void AQueueTriggerKeepsItsQueue()
    {
        var bus = new ServiceBusTriggerAttribute("inbox");

        Assert.Equal("inbox", bus.QueueName);
        Assert.Null(bus.TopicName);
        Assert.Null(bus.SubscriptionName);
        Assert.True(bus.AutoCompleteMessages);
    }

    [Fact]
    public void AnHttpTriggerKeepsItsLevelMethodsAndRoute()
    {
        var http = Trigger<HttpTriggerAttribute>(nameof(Functions.Show));

        Assert.Equal(AuthorizationLevel.Anonymous, http.AuthLevel);
        Assert.Equal(["get", "head"], http.Methods!);
        Assert.Equal("sites/{site}", http.Route);
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute().AuthLevel);
    }

    private static T Trigger<T>(string method)
        where T : TriggerBindingAttribute
        => Assert.IsType<T>(Method(method).GetParameters()[0].GetCustomAttribute<TriggerBindingAttribute>());

    private static MethodInfo Method(string name) => typeof(Functions).GetMethod(name)!;

    private sealed class Functions
    {
        [Function("Ingest")]
        public static void Ingest([BlobTrigger("reports/{name}", Connection = "Storage", Source = BlobTriggerSource.EventGrid)] string body)
            => _ = body;

        [Function("Overdue")]
        public static void Overdue([TimerTrigger("0 30 0 * * *", RunOnStartup = true)] TimerInfo timer) => _ = timer;

        [Function("Notify")]
        public static void Notify(
            [ServiceBusTrigger(
                "alerts", "secretariat", Connection = "ServiceBus", AutoCompleteMessages = false, IsBatched = true)] string message)
            => _ = message;

        [Function("Show")]
        public static void Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sites/{site}")] string request)
            => _ = request;
    }
}

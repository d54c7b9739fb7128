using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Alerting;

/// <summary>Recipients of mail over SMTP, and what leads to a mail.</summary>
internal static class MailSteps
{
    public const string First = "first@example.test";
    public const string Second = "second@example.test";
    public const string Third = "third@example.test";

    public const string Recipients = $"""
        code,name,address,organisations,forms,least_severity,told,view
        A,Một,{First},@all,,green,first,overseer
        B,Hai,{Second},@all,,green,first,overseer
        C,Ba,{Third},@all,,green,first,overseer

        """;

    public const string One = $"""
        code,name,address,organisations,forms,least_severity,told,view
        B,Hai,{Second},@all,,green,first,overseer

        """;

    /// <summary>What was told before went to nobody but this machine.</summary>
    public static async Task<TestPipeline> StartAsync(string now, int port, string recipients, params (string Name, string Value)[] more)
    {
        var pipeline = await FewBodies.StartAsync(now, Settings(port, more), FewBodies.SixProvinces);
        await pipeline.SettleAsync();
        await pipeline.PutCatalogueAsync("recipients.csv", recipients);
        return pipeline;
    }

    /// <summary>Nobody has filed, and everything is told that was so until the eve of the day on which it becomes red.</summary>
    public static async Task<TestPipeline> OverdueAsync(int port, string recipients, params (string Name, string Value)[] more)
    {
        var pipeline = await StartAsync("2023-06-27T08:00:00+07:00", port, recipients, more);
        pipeline.Clock.Set("2023-07-08T08:00:00+07:00");
        return pipeline;
    }

    public static Dictionary<string, string?> Settings(int port, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["DtPipeline:SmtpHost"] = "127.0.0.1",
            ["DtPipeline:SmtpPort"] = $"{port}",
            ["DtPipeline:AllowInsecureSmtp"] = "true",
            ["DtPipeline:MailFrom"] = "dtpipeline@example.test",
        };
        foreach (var (name, value) in more)
        {
            settings[$"DtPipeline:{name}"] = value;
        }

        return settings;
    }

    public static Task MailAsync(TestPipeline pipeline, string time)
    {
        pipeline.Clock.Set($"2023-07-08T{time}+07:00");
        return pipeline.Get<MailRun>().RunAsync(CancellationToken.None);
    }

    /// <summary>Delivers no more than so many alerts.</summary>
    public static async Task DeliverAsync(TestPipeline pipeline, int most)
    {
        await using var receiver = pipeline.Get<ServiceBusClient>().CreateReceiver(StorageNames.AlertsTopic, StorageNames.SecretariatSubscription);
        foreach (var message in await receiver.ReceiveMessagesAsync(most))
        {
            await pipeline.Get<AlertInbox>().DeliverAsync(message, CancellationToken.None);
            await receiver.CompleteMessageAsync(message);
        }
    }

    public static Task<MailWork> WorkAsync(TestPipeline pipeline) => pipeline.Get<MailOutbox>().ReadAsync(CancellationToken.None);

    /// <summary>Recipients and attempts.</summary>
    public static string Waiting(MailWork work) => string.Join(", ", work.Mails.OrderBy(m => m.Attempts).ThenBy(m => m.Recipient, StringComparer.Ordinal).Select(m => $"{m.Recipient} {m.Attempts}"));

    public static async Task<List<TableEntity>> RedAsync(TestPipeline pipeline, string filter)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in pipeline.Account.Alerts.QueryAsync<TableEntity>($"Severity eq 'red' and {filter}"))
        {
            rows.Add(row);
        }

        return rows;
    }
}

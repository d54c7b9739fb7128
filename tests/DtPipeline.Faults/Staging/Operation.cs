using DtPipeline.Azure.Alerting;
using DtPipeline.Azure.Intake;
using DtPipeline.Azure.Mailing;
using DtPipeline.Azure.Oversight;
using DtPipeline.Pipeline.Tests.Intake;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>What is disturbed, and the state in which it begins. Of the two that <c>DispatchAlerts</c> does side by side each is one.</summary>
/// <param name="HasDigests">Its timers send digests.</param>
internal sealed record Operation(string Name, Func<Life, Task> Before, Func<Life, CancellationToken, Task> Run, bool HasDigests = false)
{
    private const string Report = "P63-01/2023-Q1/b.xlsx";
    private const string SomeDaysLater = "2023-03-22T09:00:00+07:00";
    private const string Overdue = "2023-04-10T08:00:00+07:00";
    private const string NextMorning = "2023-04-11T08:00:00+07:00";

    // Written once: a workbook bears the time of its writing.
    private static readonly byte[] Workbook = WorkbookAnswerTests.Workbook(["Chỉ tiêu", "Thực hiện"], ["DG-05", "39.5"], ["DG-06", "tám mươi"], ["DE-08", "120"]);

    public static readonly IReadOnlyList<Operation> All =
    [
        new("ingest", SomebodyHasFiledAsync, (life, token) => life.Get<ReportIntake>().RunAsync(life.Get<Azure.Storage.StorageAccount>().Reports.GetBlobClient(Report), token)),
        new("flag", ItIsOverdueAsync, FlagAsync),
        new("dispatch", ItIsFlaggedAsync, (life, token) => life.Get<AlertDispatch>().RunAsync(token)),
        new("deliver", ItIsSentAsync, Delivery.RunAsync),
        new("mail", ItIsDeliveredAsync, (life, token) => life.Get<MailRun>().RunAsync(token)),
        new("digest", AllIsToldAsync, (life, token) => life.Get<DigestRun>().RunAsync(token), HasDigests: true),
    ];

    /// <summary>Two of the three; and now the first sends a workbook with two corrected values, and one that is no number.</summary>
    private static async Task SomebodyHasFiledAsync(Life life)
    {
        await TwoFileAsync(life);
        life.Stage.Clock.Set(SomeDaysLater);
        await UploadAsync(life, Report, Workbook);
    }

    /// <summary>The third has not filed, and the task of the second is not done.</summary>
    private static async Task ItIsOverdueAsync(Life life)
    {
        await TwoFileAsync(life);
        life.Stage.Clock.Set(Overdue);
    }

    private static async Task ItIsFlaggedAsync(Life life)
    {
        await ItIsOverdueAsync(life);
        await FlagAsync(life, CancellationToken.None);
    }

    private static async Task ItIsSentAsync(Life life)
    {
        await ItIsFlaggedAsync(life);
        await life.Get<AlertDispatch>().RunAsync(CancellationToken.None);
    }

    private static async Task ItIsDeliveredAsync(Life life)
    {
        await ItIsSentAsync(life);
        await Delivery.EmptyAsync(life);
    }

    private static async Task AllIsToldAsync(Life life)
    {
        await ItIsDeliveredAsync(life);
        life.Stage.Clock.Set(NextMorning);
        await TellAsync(life);
    }

    private static async Task TwoFileAsync(Life life)
    {
        await FileAsync(life, "P63-01/2023-Q1/a.csv", "indicator,value\nDG-05,38.5\nDE-08,100\n"u8.ToArray());
        await FileAsync(life, "P63-02/2023-Q1/a.csv", "indicator,value\nDG-05,41\nDG-06,80\nT-1,40\n"u8.ToArray());
        await TellAsync(life);
    }

    private static async Task FlagAsync(Life life, CancellationToken cancellationToken)
    {
        await life.Get<CatalogueCheck>().RunAsync([], cancellationToken);
        await life.Get<OverdueCheck>().RunAsync(cancellationToken);
        await life.Get<TaskCheck>().RunAsync(cancellationToken);
    }

    private static async Task TellAsync(Life life)
    {
        foreach (var timer in Timers.Of(life.Services))
        {
            await timer(CancellationToken.None);
        }
    }

    private static async Task FileAsync(Life life, string path, byte[] content)
    {
        await UploadAsync(life, path, content);
        await life.Get<ReportIntake>().RunAsync(life.Stage.Account.Reports.GetBlobClient(path), CancellationToken.None);
    }

    private static async Task UploadAsync(Life life, string path, byte[] content) => await life.Stage.Account.Reports.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content));
}

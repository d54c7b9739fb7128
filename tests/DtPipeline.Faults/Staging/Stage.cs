using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Data.Tables;
using DtPipeline.Azure.Storage;
using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.FaultInjection.Staging;

/// <summary>The place of one case: an account, a topic, mailboxes and a clock of its own.</summary>
internal sealed class Stage(Ground ground, string storage, string topic, int number)
{
    public const string FirstDay = "2023-03-15T09:00:00+07:00";

    // Three who owe one quarterly form, due on 27 March 2023; one of them has a task to do by 6 April.
    private static readonly (string File, string Text)[] Catalogue =
    [
        ("organisations.csv", """
            code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases
            P63-01,province,Ha Noi,Hà Nội,2008-08-01,,,01,VN-HN,
            P63-02,province,Ha Giang,Hà Giang,2008-08-01,,,02,VN-03,
            P63-04,province,Cao Bang,Cao Bằng,2008-08-01,,,04,VN-04,

            """),
        ("indicators.csv", """
            code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to
            DG-05,Adults using online public services,Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,40,2024-12-31,10,
            DG-06,People and businesses satisfied with procedure settlement,"Tỷ lệ người dân, doanh nghiệp hài lòng về giải quyết TTHC",percent,ratio,quarterly,weighted_mean,organisation,no,0,100,90,2024-12-31,10,
            DE-08,Digital technology enterprises,Số doanh nghiệp công nghệ số,count,stock,quarterly,sum,organisation,no,0,,48000,2024-12-31,50,

            """),
        ("forms.csv", """
            code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to,strict
            Q,Quarterly report,Báo cáo quý,quarterly,@provinces,ND09-2019,2023-Q1,2023-Q1,no

            """),

        // Nothing is incomplete, so that one alert is red: how many mails several make hangs on when a process was killed.
        ("form_indicators.csv", "form,indicator,required\nQ,DG-05,yes\nQ,DG-06,no\nQ,DE-08,no\n"),
        ("tasks.csv", """
            code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source
            T-1,Issue the plan,Ban hành kế hoạch,P63-02,2023-01-10,2023-04-06,,a conference

            """),
    ];

    public Ground Ground => ground;

    public string Storage => storage;

    public string Topic => topic;

    public TestClock Clock { get; } = new(FirstDay);

    public StorageAccount Account { get; } = new(
        new BlobServiceClient(storage, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03)), new TableServiceClient(storage));

    public string First => AddressOf("first");

    public string Second => AddressOf("second");

    public string Reporter => AddressOf("reporter");

    public async Task SetAsync()
    {
        await Account.CreateIfNotExistsAsync(CancellationToken.None);
        foreach (var (file, text) in Catalogue.Append(("recipients.csv", Recipients())))
        {
            await Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromString(text));
        }
    }

    /// <summary>For the next case on the same account.</summary>
    public async Task ClearAsync()
    {
        await Task.WhenAll([.. Account.Containers.Select(c => (Task)c.DeleteIfExistsAsync()), .. Account.Tables.Select(t => (Task)t.DeleteAsync())]);
    }

    private string AddressOf(string who) => string.Create(CultureInfo.InvariantCulture, $"{who}.{number}@example.test");

    private string Recipients() => $"""
        code,name,address,organisations,forms,least_severity,told,view
        A,Một,{First},@all,,green,first,overseer
        B,Hai,{Second},@all,,green,first,overseer
        R,Hà Nội,{Reporter},P63-01,,green,first,reporter

        """;
}

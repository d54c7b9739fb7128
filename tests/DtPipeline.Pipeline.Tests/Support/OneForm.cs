using DtPipeline.Azure.Storage;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>A catalogue with one form of one indicator, F-Q, owed by all provinces for the first quarter of 2023 and no other.</summary>
internal static class OneForm
{
    public static Task PutAsync(TestPipeline pipeline) => PutAsync(pipeline.Account);

    public static async Task PutAsync(StorageAccount account)
    {
        await PutAsync(account, "forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\nF-Q,Form,Biểu,quarterly,@provinces,ND09-2019,2023-Q1,2023-Q1\n");
        await PutAsync(account, "form_indicators.csv", "form,indicator,required\nF-Q,GOV-01,yes\n");
        await PutAsync(account, "tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\n");
    }

    public static async Task PutAsync(StorageAccount account, string file, string text) =>
        await account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromString(text), overwrite: true);
}

using DtPipeline.Pipeline.Tests.Support;

namespace DtPipeline.Pipeline.Tests.Intake;

/// <summary>A catalogue with as many quarterly indicators as a test needs, all owed by the provinces in one form, and reports that fill it.</summary>
internal static class ManyIndicators
{
    public static async Task PutAsync(TestPipeline pipeline, int count)
    {
        var codes = Codes(count);
        await PutAsync(pipeline, "forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", ["BIG-Q,Big form,Biểu lớn,quarterly,@provinces,ND09-2019,2023-Q1,"]);
        await PutAsync(pipeline, "form_indicators.csv", "form,indicator,required", codes.Select(c => $"BIG-Q,{c},yes"));
        await PutAsync(
            pipeline,
            "indicators.csv",
            "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to",
            codes.Select(c => $"{c},Indicator {c},Chỉ tiêu {c},count,stock,quarterly,sum,organisation,no,0,,,,,"));
    }

    /// <summary>A report that gives every indicator the same value.</summary>
    public static string Report(int count, int value) => string.Join('\n', ["indicator,value", .. Codes(count).Select(c => $"{c},{value}"), string.Empty]);

    private static IEnumerable<string> Codes(int count) => Enumerable.Range(1, count).Select(n => $"BIG-{n:000}");

    private static async Task PutAsync(TestPipeline pipeline, string file, string header, IEnumerable<string> lines) =>
        await pipeline.Account.Catalogue.GetBlobClient(file).UploadAsync(BinaryData.FromString(string.Join('\n', [header, .. lines, string.Empty])), overwrite: true);
}

using System.Globalization;
using DtPipeline.Core.Tests.Proofs.RoundTrip;

namespace DtPipeline.Benchmarks.Stores;

/// <summary>A catalogue with as many provinces and quarterly indicators as are asked for, all owed in one form, F-1, and reports that fill it.</summary>
internal static class BigForm
{
    public const string Code = "F-1";

    public static async Task PutAsync(MemoryStore store, int organisations, int indicators, string owedFrom)
    {
        await store.PutOrganisationsAsync(organisations);
        await store.PutAsync(
            "indicators.csv",
            "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to",
            Codes(indicators).Select((c, i) => (i % 3) switch
            {
                0 => $"{c},Indicator {c},Chỉ tiêu {c},count,stock,quarterly,sum,organisation,no,,,,,,",
                1 => $"{c},Indicator {c},Chỉ tiêu {c},percent,ratio,quarterly,mean,organisation,no,0,100,80,2025-12-31,,",
                _ => $"{c},Indicator {c},Chỉ tiêu {c},yes_no,flag,quarterly,count_yes,organisation,no,,,1,2025-12-31,,",
            }));
        await store.PutAsync("forms.csv", "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to", [$"{Code},Form,Biểu,quarterly,@provinces,ND09-2019,{owedFrom},"]);
        await store.PutAsync("form_indicators.csv", "form,indicator,required", Codes(indicators).Select(c => $"{Code},{c},yes"));
        await store.PutAsync("tasks.csv", "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source", []);
    }

    public static string TextOf(Random random, int indicators) => string.Join('\n', ValuesOf(random, indicators)
        .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Code},{v.Value}"))
        .Prepend("indicator,value")
        .Append(string.Empty));

    public static byte[] WorkbookOf(Random random, int indicators)
    {
        var table = new WrittenTable();
        table.Add("Mã", "Thực hiện");
        foreach (var (code, value) in ValuesOf(random, indicators))
        {
            table.Add(code, new WrittenCell(string.Create(CultureInfo.InvariantCulture, $"{value}"), value));
        }

        return WorkbookFile.Of(table, sharesText: true, namesCells: true);
    }

    private static IEnumerable<string> Codes(int indicators) => Enumerable.Range(1, indicators).Select(n => string.Create(CultureInfo.InvariantCulture, $"I-{n:000}"));

    private static IEnumerable<(string Code, int Value)> ValuesOf(Random random, int indicators) =>
        Codes(indicators).Select((c, i) => (c, (i % 3) switch { 0 => random.Next(2_000), 1 => random.Next(2, 101), _ => random.Next(2) }));
}

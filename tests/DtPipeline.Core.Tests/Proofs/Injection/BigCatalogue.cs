using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests.Proofs.Injection;

/// <summary>A catalogue of 300 indicators in one quarterly form, with one of every kind that a report must not have.</summary>
internal static class BigCatalogue
{
    public const int Size = 300;

    public static ReportingCatalogue Instance { get; } = Read();

    public static string CodeOf(int n) => $"IND-{n:000}";

    public static string SpareOf(int n) => $"XS-{n:000}";

    public static string NameOf(int n) => $"Chỉ tiêu của biểu mẫu lớn, dòng thứ {n:000}";

    public static string UnitOf(int n) => (n % 4) switch { 0 => "percent", 1 => "count", 2 => "yes_no", _ => "vnd_million" };

    private static ReportingCatalogue Read()
    {
        const string Header = "code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to,valid_from";
        var numbers = Enumerable.Range(1, Size).ToList();
        string[] indicators =
        [
            Header,
            .. numbers.Select(n => $"{CodeOf(n)},Indicator of the big form {n:000},\"{NameOf(n)}\",{UnitOf(n)},{KindOf(n)},quarterly,{SumOf(n)},organisation,no,0,{MostOf(n)},,,,,"),
            .. numbers.Select(n => $"{SpareOf(n)},Spare {n:000},Ngoài biểu {n:000},{UnitOf(n)},{KindOf(n)},quarterly,{SumOf(n)},organisation,no,0,{MostOf(n)},,,,,"),
            "XF-001,Monthly,Hằng tháng,count,flow,monthly,sum,organisation,no,0,,,,,,",
            "XN-001,National,Cả nước,count,flow,quarterly,sum,national,no,0,,,,,,",
            "XC-001,Closed,Đã thôi,count,flow,quarterly,sum,organisation,no,0,,,,,2022-12-31,",
            "XB-001,Begins,Chưa bắt đầu,count,flow,quarterly,sum,organisation,no,0,,,,,,2024-01-01",
        ];
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisations.csv"] = """
                code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases
                P01,province,North,Sơn Bắc,,,,01,VN-01,
                P02,province,South,Sơn Nam,,,,02,VN-02,
                """,
            ["indicators.csv"] = string.Join('\n', indicators),
            ["forms.csv"] = "code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to\nBIG,Big,Lớn,quarterly,@provinces,RULE,2023-Q1,",
            ["form_indicators.csv"] = string.Join('\n', ["form,indicator,required", .. numbers.Select(n => $"BIG,{CodeOf(n)},yes")]),
            ["regimes.csv"] = """
                code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to
                RULE,quarterly,15,-1,14,0,25,0,none,2019-03-12,
                """,
            ["tasks.csv"] = "code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source\nT-1,Task,Nhiệm vụ,P01,2023-01-05,2023-12-31,,Notice",
            ["holidays.csv"] = "date,is_day_off\n2023-01-02,yes",
        };
        var read = CatalogueReader.Read(files.GetValueOrDefault);
        Assert.Empty(read.Problems);
        return read.Catalogue!;
    }

    private static string KindOf(int n) => UnitOf(n) switch { "percent" => "ratio", "yes_no" => "flag", _ => "flow" };

    private static string SumOf(int n) => UnitOf(n) switch { "percent" => "mean", "yes_no" => "count_yes", _ => "sum" };

    private static string MostOf(int n) => UnitOf(n) switch { "percent" => "100", "yes_no" => "1", _ => string.Empty };
}

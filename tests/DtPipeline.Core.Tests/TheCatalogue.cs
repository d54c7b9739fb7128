using DtPipeline.Catalogue;

namespace DtPipeline.Core.Tests;

/// <summary>The catalogue that the build embeds, and a small one whose every line a test can see.</summary>
internal static class TheCatalogue
{
    /// <summary>Two provinces that become one on 2025-07-01, a ministry, an agency; one form.</summary>
    private static readonly Dictionary<string, string> SmallFiles = new(StringComparer.Ordinal)
    {
        ["organisations.csv"] = """
            code,kind,name_en,name_vi,valid_from,valid_to,successor_code,gso_code,iso_3166_2,aliases
            N,province,North,Bắc,,2025-06-30,NS,01,VN-01,
            S,province,South,Nam,,2025-06-30,NS,02,VN-02,Phía Nam;Miền Nam
            NS,province,North and South,Bắc Nam,2025-07-01,,,01,,
            MIN,ministry,Ministry,Bộ,2020-01-01,,,,,
            AGE,agency,Agency,Cơ quan,,,,,,
            """,
        ["indicators.csv"] = """
            code,name_en,name_vi,unit,kind,frequency,aggregation,scope,cumulative,min,max,target_value,target_due,move_threshold,valid_to
            SHARE,Share,Tỷ lệ,percent,ratio,quarterly,weighted_mean,organisation,no,0,100,80,2025-12-31,10,
            HEADS,Heads,Số người,count,stock,quarterly,sum,organisation,yes,0,,,,50,
            SPARE,In no form,Ngoài biểu,count,flow,quarterly,sum,organisation,no,,,,,,
            """,
        ["forms.csv"] = """
            code,name_en,name_vi,frequency,owed_by,regime,owed_from,owed_to
            FORM,Form,Biểu,quarterly,@provinces,RULE,2023-Q1,
            """,
        ["form_indicators.csv"] = """
            form,indicator,required
            FORM,SHARE,yes
            FORM,HEADS,no
            """,
        ["regimes.csv"] = """
            code,frequency,data_from_day,data_from_months,data_to_day,data_to_months,due_day,due_months,roll_over,valid_from,valid_to
            RULE,quarterly,15,-1,14,0,25,0,none,2019-03-12,
            """,
        ["tasks.csv"] = """
            code,title_en,title_vi,owner_code,assigned_on,due_date,recurrence,source
            T-1,Task,Nhiệm vụ,MIN;@provinces,2023-01-05,2023-12-31,,Notice
            """,
        ["holidays.csv"] = """
            date,is_day_off
            2023-01-02,yes
            2023-01-07,no
            2023-01-03,maybe
            """,
    };

    public static ReportingCatalogue Default { get; } = CatalogueReader.Read(DefaultCatalogue.TextOf).Catalogue!;

    public static CatalogueReading Small() => CatalogueReader.Read(SmallFiles.GetValueOrDefault);

    /// <summary>The small catalogue with a line more at the end of each of these files.</summary>
    public static CatalogueReading SmallWith(string file, string line, string otherFile, string otherLine) => SmallWith(file, line, (otherFile, otherLine));

    public static CatalogueReading SmallWith(string file, string line, params (string File, string Line)[] others)
    {
        var lines = others.Append((File: file, Line: line)).ToLookup(l => l.File, l => l.Line, StringComparer.Ordinal);
        return CatalogueReader.Read(name => SmallFiles.TryGetValue(name, out var text) ? string.Join('\n', [text, .. lines[name], string.Empty]) : null);
    }

    public static CatalogueReading SmallWithFiles(params (string File, string Text)[] files) => CatalogueReader.Read(
        name => Array.Find(files, f => f.File == name) is { Text: { } text } ? text : SmallFiles.GetValueOrDefault(name));

    public static CatalogueReading SmallWithFile(string file, string? text) =>
        CatalogueReader.Read(name => name == file ? text : SmallFiles.GetValueOrDefault(name));

    public static Organisation Organisation(string code) => Default.FindOrganisation(code)!;

    public static Indicator Indicator(string code) => Default.FindIndicator(code)!;

    public static AssignedTask Task(string code) => Default.Tasks.Single(t => t.Code == code);

    public static Form Form(string code) => Default.Forms.Single(f => f.Code == code);

    public static Period Period(string text) =>
        DtPipeline.Catalogue.Period.TryParse(text, out var period) ? period : throw new ArgumentException($"'{text}' is no period", nameof(text));
}

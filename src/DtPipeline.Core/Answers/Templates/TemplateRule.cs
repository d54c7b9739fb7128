using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DtPipeline.Catalogue;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Templates;

/// <summary>What a spreadsheet lets stand in the value cell of an indicator. Of numbers it only warns: "không phát sinh" is an answer, too.</summary>
internal static class TemplateRule
{
    /// <summary>Larger than any figure; beyond it a spreadsheet loses digits.</summary>
    private const double Boundless = 1e15;

    public static DataValidation For(Indicator indicator, string cell)
    {
        var rule = indicator.Kind == IndicatorKind.Flag ? Flag() : Number(indicator);
        rule.AllowBlank = true;
        rule.ShowInputMessage = true;
        rule.ShowErrorMessage = true;
        rule.SequenceOfReferences = new ListValue<StringValue> { InnerText = cell };
        return rule;
    }

    private static DataValidation Flag() => new(new Formula1("\"có,không\""))
    {
        Type = DataValidationValues.List,
        PromptTitle = "Có/không – Yes/no",
        Prompt = "Chọn «có» hoặc «không»; chưa có số liệu thì để trống. – Choose có (yes) or không (no); leave blank what is not known yet.",
        ErrorTitle = "Có hoặc không – Yes or no",
        Error = "Ô này chỉ nhận «có» hoặc «không». – Only có (yes) or không (no).",
    };

    private static DataValidation Number(Indicator indicator)
    {
        var whole = indicator.Unit is "count" or "rank";
        var kind = whole ? new Bilingual("Số nguyên", "A whole number") : new Bilingual("Số", "A number");
        var range = Range(indicator.Minimum, indicator.Maximum);
        var words = indicator.Task is null
            ? new Bilingual("«không phát sinh»", "«không phát sinh»")
            : new Bilingual("«hoàn thành», «chưa thực hiện»", "«hoàn thành» (completed), «chưa thực hiện» (not started)");
        var nil = indicator.Task is null
            ? new Bilingual("không phát sinh thì ghi «không phát sinh», chưa có số liệu thì để trống", "nil: write không phát sinh; not known yet: leave blank")
            : new Bilingual($"hoặc {words.Vi}", $"or {words.En}");
        var percent = indicator.Unit == "percent" ? new Bilingual(" (87,5 là 87,5 %)", " (87.5 is 87.5 %)") : new Bilingual(string.Empty, string.Empty);
        return new DataValidation(new Formula1(Text(indicator.Minimum ?? -Boundless)), new Formula2(Text(indicator.Maximum ?? Boundless)))
        {
            Type = whole ? DataValidationValues.Whole : DataValidationValues.Decimal,
            Operator = DataValidationOperatorValues.Between,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            PromptTitle = $"{kind.Vi} – {kind.En}",
            Prompt = $"{kind.Vi}{range.Vi}{percent.Vi}; {nil.Vi}. – {kind.En}{range.En}{percent.En}; {nil.En}.",
            ErrorTitle = "Xin kiểm tra – Please check",
            Error = $"{kind.Vi}{range.Vi}, hoặc {words.Vi}. – {kind.En}{range.En}, or {words.En}.",
        };
    }

    private static Bilingual Range(double? least, double? most) => (least, most) switch
    {
        ({ } from, { } to) => new($" từ {Text(from)} đến {Text(to)}", $" from {Text(from)} to {Text(to)}"),
        ({ } from, null) => new($" từ {Text(from)} trở lên", $", {Text(from)} or more"),
        (null, { } to) => new($" không quá {Text(to)}", $", {Text(to)} at most"),
        _ => new(string.Empty, string.Empty),
    };

    private static string Text(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Ledger;
using DtPipeline.Texts;

namespace DtPipeline.Answers.Receipts;

/// <summary>Which required indicators a report lacks, by code and name.</summary>
internal static class LackingWords
{
    private const int MostNamed = 100;

    public static Bilingual Of(LackingIndicators lacking)
    {
        var (count, required) = (lacking.Indicators.Count, lacking.Required);
        return new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{count} trong {required} chỉ tiêu bắt buộc: {Names(lacking, i => i.NameVi)}"),
            string.Create(CultureInfo.InvariantCulture, $"{count} of {required} required indicators: {Names(lacking, i => i.NameEn)}"));
    }

    /// <summary>Short, for it stands in a narrow column beside the names.</summary>
    public static string Expected(LackingIndicators lacking) => string.Create(CultureInfo.InvariantCulture, $"{lacking.Required}/{lacking.Required}");

    private static string Names(LackingIndicators lacking, Func<Indicator, string> name) =>
        string.Join("; ", lacking.Indicators.Take(MostNamed).Select(i => $"{i.Code} {name(i)}")) + (lacking.Indicators.Count > MostNamed ? "; …" : string.Empty);
}

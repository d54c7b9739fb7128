using System.Globalization;
using DtPipeline.Answers.Extracts;
using DtPipeline.Catalogue;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Azure.Extracting;

/// <summary>What is asked for, as it is written: null or empty for all.</summary>
/// <param name="AsOf">A moment with its offset, or a day of Vietnam, of which the end is meant.</param>
/// <param name="Format"><c>sdmx</c>, <c>csv</c> or <c>xlsx</c>; without it CSV.</param>
public sealed record WrittenQuestion(string? Period, string? Form, string? Indicator, string? Organisation, string? AsOf, string? Format);

/// <summary>A slice of the observations, as they stand or as they were known at a moment, in a format.</summary>
public sealed record ExtractQuestion(Slice Slice, DateTimeOffset? AsOf, ExtractFormat Format)
{
    /// <summary>The same question has the same name.</summary>
    public string FileName => $"{string.Join('-', new[] { "observations", Slice.Organisation, Slice.Period?.ToString(), Slice.Form, Slice.Indicator, Moment() }.OfType<string>())}.{Format.Ending}";

    /// <returns>The question, or what is wrong with it: a code that nobody has would give an extract of nothing.</returns>
    public static (ExtractQuestion? Question, Bilingual? Why) Of(WrittenQuestion written, DateTimeOffset now, ReportingCatalogue catalogue)
    {
        var period = (Period?)null;
        var asOf = (DateTimeOffset?)null;
        var format = written.Format is { Length: > 0 } name ? ExtractFormat.All.FirstOrDefault(f => f.Name == name) : ExtractFormat.Csv;
        Bilingual? why = written switch
        {
            { Period: { Length: > 0 } text } when !Period.TryParse(text, out period) => new($"Không hiểu kỳ «{text}»; cần 2024-06, 2024-Q2, 2024-S1 hoặc 2024.", $"There is no period '{text}'; expected 2024-06, 2024-Q2, 2024-S1 or 2024."),
            { Form: { Length: > 0 } code } when catalogue.Forms.All(f => f.Code != code) => new($"Không có biểu mẫu «{code}».", $"There is no form '{code}'."),
            { Indicator: { Length: > 0 } code } when catalogue.FindIndicator(code)?.Code != code => new($"Không có chỉ tiêu hay nhiệm vụ «{code}».", $"There is no indicator or task '{code}'."),
            { Organisation: { Length: > 0 } code } when catalogue.FindOrganisation(code) is null => new($"Không có cơ quan «{code}».", $"There is no organisation '{code}'."),
            { AsOf: { Length: > 0 } text } when (asOf = MomentText.Of(text)) is null => new(
                $"Không hiểu thời điểm «{text}»; cần 2024-07-20T17:00:00+07:00 hoặc 2024-07-20.", $"The moment '{text}' is not understood; expected 2024-07-20T17:00:00+07:00 or 2024-07-20."),
            _ when asOf > now => new("Thời điểm này chưa đến.", "That moment is still to come."),
            _ when format is null => new(
                $"Không có định dạng «{written.Format}»; cần {string.Join(", ", ExtractFormat.All.Select(f => f.Name))}.", $"There is no format '{written.Format}'; expected {string.Join(", ", ExtractFormat.All.Select(f => f.Name))}."),
            _ => null,
        };
        return why is null ? (new ExtractQuestion(new Slice(period, Code(written.Form), Code(written.Indicator), Code(written.Organisation)), asOf, format!), null) : (null, why);
    }

    private static string? Code(string? text) => text is { Length: > 0 } ? text : null;

    private string? Moment() => AsOf?.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Texts;
using DtPipeline.Time;

namespace DtPipeline.Answers.Briefs.Documents;

/// <summary>How one language says numbers, days and periods.</summary>
internal sealed class BriefLanguage
{
    public static readonly BriefLanguage Vietnamese = new("vi", new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });
    public static readonly BriefLanguage English = new("en", new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." });

    public static readonly IReadOnlyList<BriefLanguage> All = [Vietnamese, English];

    private readonly NumberFormatInfo numbers;

    private BriefLanguage(string code, NumberFormatInfo numbers)
    {
        Code = code;
        this.numbers = numbers;
    }

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Code { get; }

    public bool IsVietnamese => this == Vietnamese;

    public string Of(Bilingual said) => IsVietnamese ? said.Vi : said.En;

    public string Of(string vi, string en) => IsVietnamese ? vi : en;

    public Line Say(Line.Interpolated vi, Line.Interpolated en) => Line.Of(IsVietnamese ? vi : en);

    public Line Text(string vi, string en) => Line.Text(Of(vi, en));

    /// <param name="most">Decimals at most; zeros at the end are left out.</param>
    public string Number(double value, int most = 1)
    {
        var text = Math.Round(value, most, MidpointRounding.AwayFromZero).ToString("N" + most.ToString(CultureInfo.InvariantCulture), numbers);
        text = most > 0 ? text.TrimEnd('0').TrimEnd('.', ',') : text;
        return text.Replace('-', '\u2212');
    }

    /// <summary>With its sign, also where it is none below zero.</summary>
    public string Signed(double value, int most = 1) => value > 0 ? "+" + Number(value, most) : Number(value, most);

    public string Percent(double value, int most = 1) => Number(value, most) + (IsVietnamese ? Run.NoBreak + "%" : "%");

    public Run Day(DateOnly day) => new(
        RunKind.Time, IsVietnamese ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture).Replace(' ', Run.NoBreak));

    /// <summary>As a column has it, which is narrow.</summary>
    public Run ShortDay(DateOnly day) => IsVietnamese ? Day(day) : new Run(RunKind.Time, day.ToString("d MMM yyyy", CultureInfo.InvariantCulture).Replace(' ', Run.NoBreak));

    /// <summary>In Vietnam.</summary>
    public Run Moment(DateTimeOffset moment)
    {
        var here = VietnamTime.At(moment);
        return new Run(RunKind.Time, IsVietnamese
            ? here.ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture)
            : here.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>As it is said within a sentence: quý II/2024, the second quarter of 2024.</summary>
    public Run Within(Period period)
    {
        var name = PeriodName.Of(period);
        return new Run(RunKind.Time, (IsVietnamese, period.Frequency) switch
        {
            (true, _) => char.ToLowerInvariant(name.Vi[0]) + name.Vi[1..],
            (false, Frequency.Monthly) => name.En,
            (false, Frequency.Annual) => period.ToString(),
            _ => "the " + char.ToLowerInvariant(name.En[0]) + name.En[1..],
        });
    }

    /// <summary>As a heading says it.</summary>
    public Run Heading(Period period) => new(RunKind.Time, Of(PeriodName.Of(period)));

    /// <summary>As a table has it: 2024-Q2.</summary>
    public static Run Short(Period period) => new(RunKind.Time, period.ToString());
}

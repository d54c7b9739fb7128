using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Progress.Anomalies;
using DtPipeline.Texts;

namespace DtPipeline.Alerts;

/// <summary>The question in words: the strongest of what looks wrong with the figures that made it so, the others under it, and how to answer.</summary>
internal static class AnomalyText
{
    private const int MostOthers = 20;
    private const int SignificantDigits = 4;

    // As many as are written: what is rounded twice may end in another digit.
    private const int MostDecimals = 4;

    private static readonly Bilingual HowToAnswer = new(
        "Nếu số liệu đúng, hãy gửi lại và ghi «xác nhận, vì …» vào cột ghi chú của dòng đó; nếu sai, hãy gửi lại số đúng.",
        "If it is right, send it again with 'confirmed, because …' in the note of that row; if it is wrong, send the right figure.");

    public static Bilingual Of(Organisation organisation, AnomalyQuestion question)
    {
        var first = question.Copied is { } copied ? Say(copied) : Say(question.Anomalies[0]);
        var others = question.Copied is null ? question.Anomalies.Skip(1).ToList() : [.. question.Anomalies];
        return new Bilingual(
            $"{organisation.NameVi}, kỳ {question.Period}: {first.Vi}.{Others("Cũng cần xem: ", others, "thường là", "và {0} số liệu nữa")} {HowToAnswer.Vi}",
            $"{organisation.NameEn}, {question.Period}: {first.En}.{Others("Look also at: ", others, "usually", "and {0} more")} {HowToAnswer.En}");
    }

    public static Bilingual Settled(Organisation organisation, string period, IReadOnlyList<(string Indicator, string? Reason)> answers)
    {
        var said = string.Join("; ", answers.Take(MostOthers).Select(a => $"{a.Indicator}: {a.Reason}"));
        return answers.Count == 0
            ? new Bilingual($"{organisation.NameVi}, kỳ {period}: không còn số liệu nào phải hỏi.", $"{organisation.NameEn}, {period}: there is no figure left to ask about.")
            : new Bilingual($"{organisation.NameVi}, kỳ {period}: số liệu đã được xác nhận ({said}).", $"{organisation.NameEn}, {period}: the figures are confirmed ({said}).");
    }

    private static Bilingual Say(CopiedPeriod copied) => new(
        string.Create(CultureInfo.InvariantCulture, $"{copied.Indicators.Count} trong {copied.Varied} số liệu trước đây vẫn thay đổi nay bằng đúng số của kỳ {copied.Period.Previous}, có thể là tệp của kỳ đó gửi lại"),
        string.Create(CultureInfo.InvariantCulture, $"{copied.Indicators.Count} of {copied.Varied} figures that used to change are exactly those of {copied.Period.Previous}; it may be the file of that period sent again"));

    private static Bilingual Say(Anomaly anomaly)
    {
        var looks = Looks(anomaly);
        var (value, previous) = (Number(anomaly.Value), Number(anomaly.Previous.Value!.Value));
        return new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{anomaly.Indicator.Code} {anomaly.Indicator.NameVi} là {value}, {looks.Vi} (theo {anomaly.Values} kỳ trước; kỳ {anomaly.Previous.Period} là {previous})"),
            string.Create(CultureInfo.InvariantCulture, $"{anomaly.Indicator.Code} {anomaly.Indicator.NameEn} is {value}, {looks.En} (by {anomaly.Values} periods before; {previous} in {anomaly.Previous.Period})"));
    }

    private static Bilingual Looks(Anomaly anomaly) => anomaly switch
    {
        { PowerOfTen: > 0 and var power } => new($"gấp khoảng {Ten(power)} lần mức thường có là {Rounded(anomaly.Expected)}", $"about {Ten(power)} times the usual {Rounded(anomaly.Expected)}"),
        { PowerOfTen: < 0 and var power } => new($"chỉ bằng khoảng 1/{Ten(-power)} mức thường có là {Rounded(anomaly.Expected)}", $"about 1/{Ten(-power)} of the usual {Rounded(anomaly.Expected)}"),
        { Low: { } low, High: { } high } when anomaly.Value < low || anomaly.Value > high => new(
            $"ngoài khoảng thường có từ {Rounded(low)} đến {Rounded(high)}", $"outside the usual {Rounded(low)} to {Rounded(high)}"),
        _ => new($"khác xa mức thường có là {Rounded(anomaly.Expected)}", $"far from the usual {Rounded(anomaly.Expected)}"),
    };

    private static string Others(string lead, List<Anomaly> others, string usually, string more)
    {
        var said = others.Take(MostOthers).Select(a => $"{a.Indicator.Code} {Number(a.Value)} ({usually} {Rounded(a.Expected)})");
        var rest = others.Count - MostOthers;
        return others.Count == 0 ? string.Empty
            : $" {lead}{string.Join("; ", rest > 0 ? said.Append(string.Format(CultureInfo.InvariantCulture, more, rest)) : said)}.";
    }

    private static string Ten(int power) => Math.Pow(10, power).ToString("0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>What is worked out and not reported has no more digits than anybody believes.</summary>
    private static string Rounded(double value)
    {
        var digits = value == 0 ? 0 : SignificantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var unit = Math.Pow(10, -digits);
        return Number(digits > 0 ? Math.Round(value, Math.Min(digits, MostDecimals)) : Math.Round(value / unit) * unit);
    }
}

using System.Text.RegularExpressions;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What the figures below a header measure.</summary>
internal enum LabelMeasure
{
    None,
    Number,
    Rate,
}

/// <summary>What one cell of a header says. The header of a column may have several, one below the other.</summary>
/// <param name="Column">What the column is, where this cell alone says it.</param>
/// <param name="IsPassedOver">Plans, comparisons, earlier periods: known, and nothing is taken from them.</param>
/// <param name="IsPlan">A plan or target: a rate beside it is how much of it was reached.</param>
/// <param name="IsNow">"Kỳ này": the reporting period by name.</param>
/// <param name="Unit">"Thực hiện (triệu đồng)".</param>
/// <param name="Words">What nothing is known of; empty where everything is.</param>
internal sealed partial record HeaderLabel(
    string Text,
    ReportColumn? Column = null,
    HeaderPeriod? Period = null,
    bool IsPassedOver = false,
    bool IsPlan = false,
    bool IsNow = false,
    bool IsEstimate = false,
    LabelMeasure Measure = LabelMeasure.None,
    string Unit = "",
    string Words = "")
{
    /// <summary>More than the header of any column; what is longer is running text.</summary>
    private const int Longest = 200;

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "den", "tinh", "ngay", "het", "trong", "cua", "tai", "vao", "tu", "ky", "thoi", "diem", "moc" };

    public bool IsKnown => Column is not null || Period is not null || IsPassedOver || IsNow || Measure != LabelMeasure.None || Unit.Length > 0;

    /// <summary>Says what several columns hold; "Đơn vị tính: tỷ đồng" is a line above the table.</summary>
    public bool StandsOverOthers => IsKnown && (Column is null or ReportColumn.Value or ReportColumn.Cumulative) && !Text.Contains(':', StringComparison.Ordinal);

    /// <summary>A period and nothing else beside it.</summary>
    public bool IsPeriodOnly => Period is not null && Column is null && Words.Length == 0 && !IsPassedOver;

    public static HeaderLabel Of(string text)
    {
        var label = text.Length > Longest ? new HeaderLabel(text, Words: text) : Read(text);
        if (label.Column is not null && text is ['(', .., ')'])
        {
            // "(đơn vị)" below "Số lượng" is what is counted and no column of units.
            return new HeaderLabel(text, Words: text[1..^1]);
        }

        if (label.Words.Length > 0 && label.Column is null && text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && Of(text[..open].TrimEnd()) is { IsKnown: true } known)
        {
            return known with { Text = text, Words = text[(open + 1)..^1] };
        }

        return label;
    }

    private static HeaderLabel Read(string text)
    {
        var (words, unit) = WithoutUnit(Footnote().Replace(text, string.Empty).Trim());
        words = SdmxLabel.Without(words);
        var folded = Fold.Of(words);
        var measure = UnitText.Of(unit).Dimension == Dimension.Percent ? LabelMeasure.Rate : LabelMeasure.None;
        var label = new HeaderLabel(text, Unit: unit, Measure: measure);
        return folded.Length == 0 ? label : Plainly(label, folded) ?? WithPeriod(label, words, folded);
    }

    private static HeaderLabel WithPeriod(HeaderLabel label, string words, string folded)
    {
        if (HeaderPeriod.In(folded) is not var (period, rest))
        {
            return Said(label, folded) ?? label with { Words = words };
        }

        var dated = label with { Period = period };
        rest = WithoutJoints(rest);
        return rest.Length == 0 ? dated
            : Plainly(dated, rest) ?? Said(dated, rest)
            ?? (period.Kind == "day" && Dateline().IsMatch(words) ? label with { Words = words } : dated with { Words = rest });
    }

    /// <summary>"Cao Bằng, ngày 10 tháng 3 năm 2023" says where and when a report was signed: a signing date is no period.</summary>
    [GeneratedRegex(@",\s*ngày\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    /// <summary>A header that is known as it stands.</summary>
    private static HeaderLabel? Plainly(HeaderLabel label, string folded)
    {
        if (ColumnNames.Find(folded) is { } column)
        {
            return label with { Column = column, IsEstimate = ColumnNames.IsEstimate(folded), IsNow = ColumnWords.IsNow(ColumnWords.AfterValue(folded)?.Behind ?? folded) };
        }

        if (ColumnWords.IsRate(folded))
        {
            return label with { Measure = LabelMeasure.Rate };
        }

        return ColumnNames.IsPassedOver(folded) ? label with { IsPassedOver = true, IsPlan = ColumnWords.IsPlan(folded) } : null;
    }

    /// <summary>A header that is known by its parts; null where some part is not.</summary>
    private static HeaderLabel? Said(HeaderLabel label, string folded)
    {
        if (ColumnWords.IsPlan(folded) || ColumnWords.IsComparison(folded) || ColumnWords.IsEarlier(folded))
        {
            return label with { IsPassedOver = true, IsPlan = ColumnWords.IsPlan(folded) };
        }

        if (ColumnWords.IsToDate(folded))
        {
            return label with { Column = ReportColumn.Cumulative };
        }

        if (ColumnWords.IsNow(folded))
        {
            return label with { IsNow = true };
        }

        if (ColumnWords.IsCount(folded) || ColumnWords.IsRate(folded))
        {
            return label with { Measure = ColumnWords.IsRate(folded) ? LabelMeasure.Rate : LabelMeasure.Number };
        }

        if (ColumnWords.AfterValue(folded) is not var (rest, isEstimate))
        {
            return null;
        }

        var value = label with { Column = ReportColumn.Value, IsEstimate = isEstimate };
        return rest.Length == 0 ? value : ColumnWords.IsTotal(rest) || ColumnWords.IsPart(rest) ? value with { Words = rest } : Said(value, rest);
    }

    /// <summary>"Kết quả (tính) đến (ngày) 30/9/2025": what joins a period to the words beside it.</summary>
    private static string WithoutJoints(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words is [.., var last] && Joints.Contains(last))
        {
            words = words[..^1];
        }

        while (words is [var first, ..] && Joints.Contains(first))
        {
            words = words[1..];
        }

        return string.Join(' ', words!);
    }

    private static (string Words, string Unit) WithoutUnit(string name)
    {
        if (Brackets().Matches(name).FirstOrDefault(m => UnitText.Of(m.Groups["in"].Value).IsKnown) is { } brackets)
        {
            return ($"{name[..brackets.Index].TrimEnd()} {name[(brackets.Index + brackets.Length)..].TrimStart()}".Trim(), brackets.Groups["in"].Value.Trim());
        }

        if (name.LastIndexOf(',') is > 0 and var comma && UnitText.Of(name[(comma + 1)..]).IsKnown)
        {
            return (name[..comma].TrimEnd(), name[(comma + 1)..].Trim());
        }

        return UnitText.Of(name) is { IsKnown: true, Dimension: not Dimension.Other } && !ColumnWords.IsRate(Fold.Of(name)) ? (string.Empty, name) : (name, string.Empty);
    }

    /// <summary>A unit stands in brackets wherever the header goes on: "Kết quả (nghìn) quý II".</summary>
    [GeneratedRegex(@"[\(\[](?<in>[^()\[\]]{1,40})[\)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    /// <summary>The mark of a footnote behind a header: "Thực hiện (1)", "Kết quả [2]", "Thực hiện*".</summary>
    [GeneratedRegex(@"(?<=\S)\s*(?:[\(\[]\d{1,2}[\)\]]|\*{1,3})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();
}

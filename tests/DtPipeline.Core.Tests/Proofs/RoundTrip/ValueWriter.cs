using System.Globalization;
using System.Text.RegularExpressions;

namespace DtPipeline.Core.Tests.Proofs.RoundTrip;

/// <summary>Writes the values of one table the way one author does, with one decimal mark throughout.</summary>
/// <param name="isCodable">Whether the file's encoding has all letters of a text.</param>
internal sealed partial class ValueWriter(NumberWriting writing, Random random, Func<string, bool> isCodable)
{
    private static readonly string[] Yes = ["1", "có", "Có", "đạt", "x", "X", "✓", "yes", "Yes", "true"];
    private static readonly string[] No = ["0", "không", "Không", "chưa", "no", "No", "false"];
    private static readonly string[] Nil = ["không có", "Không có", "không phát sinh", "nil"];
    private static readonly string[] Missing = ["", "-", "–", "…", "...", "n/a", "chưa có", "Chưa có dữ liệu", "chưa có số liệu"];

    private readonly bool hasComma = writing is NumberWriting.Vietnamese or NumberWriting.Spaces || (writing != NumberWriting.English && random.Next(2) == 0);

    /// <summary>What was written last can be read in two ways.</summary>
    public bool IsDoubtful { get; private set; }

    public WrittenCell Write(TrueCell cell)
    {
        IsDoubtful = false;
        var isFlag = cell.Indicator.Unit == "yes_no";
        return cell.Saying switch
        {
            // In a yes-or-no cell "không có" and "chưa có" are a no.
            Saying.Nil => Pick([.. Nil.Where(n => !isFlag || !n.EndsWith(" có", StringComparison.Ordinal))]),
            Saying.Missing => Pick([.. Missing.Where(m => !isFlag || !m.EndsWith(" có", StringComparison.Ordinal))]),
            _ when isFlag => Pick(cell.Value == 1 ? Yes : No),
            _ => Number(cell.Value, cell.Indicator.Unit),
        };
    }

    public WrittenCell Number(decimal value, string unit)
    {
        var isPercent = unit == "percent";
        switch (writing)
        {
            case NumberWriting.Typed:
                return new WrittenCell(value.ToString("0.#####", CultureInfo.InvariantCulture), value);
            case NumberWriting.TypedPercent when isPercent:
                return new WrittenCell(value.ToString("0.#####", CultureInfo.InvariantCulture) + "%", value / 100, WrittenAs.Percent);
            case NumberWriting.TypedPercent:
                return new WrittenCell(value.ToString("0.#####", CultureInfo.InvariantCulture), value);
            case NumberWriting.Fractions when isPercent:
                return Text(value / 100, string.Empty);
            case NumberWriting.WithUnits when isPercent:
                return Text(value, Pick(["%", " %", " phần trăm", " percent"]));
            case NumberWriting.WithUnits when value != 0 && value % 1_000_000 == 0:
                return Text(value / 1_000_000, Pick([" triệu", " Triệu", " million"]));
            case NumberWriting.WithUnits when value != 0 && value % 100 == 0:
                return Text(value / 1_000, Pick([" nghìn", " ngàn", " thousand"]));
            default:
                return Text(value, string.Empty);
        }
    }

    private string Text(decimal value, string unit)
    {
        var format = new NumberFormatInfo
        {
            NumberDecimalSeparator = hasComma ? "," : ".",
            NumberGroupSeparator = writing == NumberWriting.Spaces ? (random.Next(2) == 0 ? " " : "\u00A0") : hasComma ? "." : ",",
        };
        var isGrouped = writing is NumberWriting.Vietnamese or NumberWriting.English or NumberWriting.Spaces || random.Next(4) == 0;
        var number = value.ToString(isGrouped ? "#,##0.#####" : "0.#####", format);
        IsDoubtful = Doubt().IsMatch(number);
        return number + unit;
    }

    private string Pick(string[] words)
    {
        var word = words[random.Next(words.Length)];
        return isCodable(word) ? word : words[^1];
    }

    [GeneratedRegex(@"^[1-9]\d{0,2}[.,]\d{3}$")]
    private static partial Regex Doubt();
}

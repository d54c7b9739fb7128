using System.Globalization;
using System.Text.RegularExpressions;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Rows of a sheet that are no data and no fault: column numbers, section headings, subtotals, the block of signatures.</summary>
/// <remarks>A row with a figure is passed over only where it numbers the columns or is a total of the rows above and nothing more.</remarks>
internal sealed partial class PassedOver(ReadContext context, bool isSheet)
{
    private bool isFirst = true;
    private bool isSigned;

    /// <summary>Whether the row passed last is a total, which has figures of its own.</summary>
    public bool IsTotal { get; private set; }

    public bool Passes(ReportRow data, GridRow row)
    {
        var first = isFirst;
        (isFirst, IsTotal) = (false, false);
        if (!isSheet)
        {
            return false;
        }

        if (first && IsColumnNumbers(row))
        {
            return true;
        }

        if (IsIndicator(data))
        {
            return false;
        }

        var folded = Fold.Of(data.Text(ReportColumn.Indicator) is { Length: > 0 } text ? text : row.Cells.FirstOrDefault(c => !c.IsEmpty).Text);
        if (Total().IsMatch(folded))
        {
            return IsTotal = true;
        }

        if (HasFigure(data))
        {
            return false;
        }

        isSigned = isSigned || row.Cells.Any(c => Signature().IsMatch(Fold.Of(c.Text)));
        return isSigned || IsHeading(data);
    }

    /// <summary>Whether a column of values holds a number.</summary>
    public static bool HasFigure(ReportRow data)
    {
        foreach (var value in data.Header.Values)
        {
            if (CellNumber.Of(data.Grid[value.Place]) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeading(ReportRow data) =>
        data.Header.Values.All(v => data.Grid[v.Place].IsEmpty) && !CodeLike().IsMatch(data.Text(ReportColumn.Indicator));

    /// <summary>The row under the header that numbers the columns: 1, 2, 3 or (1), (2), (3), the first ones perhaps A and B.</summary>
    private static bool IsColumnNumbers(GridRow row)
    {
        var cells = row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text.Trim('(', ')', '[', ']', ' ')).ToList();
        var numbers = cells.SkipWhile(c => c.Length == 1 && char.IsAsciiLetter(c[0])).Select(c => c.Split('=')[0].Trim()).ToList();
        return numbers.Count > 1
            && numbers[0] is "1" or "2" or "3"
            && numbers.Select((c, i) => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n == i + (numbers[0][0] - '0')).All(follows => follows);
    }

    private bool IsIndicator(ReportRow data)
    {
        var (text, catalogue, day) = (data.Text(ReportColumn.Indicator), context.Catalogue, context.Path.Period.LastDay);
        return catalogue.FindIndicator(text) is not null
            || catalogue.Names.FindIndicator(text, day) is not null
            || (data.Text(ReportColumn.Name) is { Length: > 0 } name && catalogue.Names.FindIndicator(name, day) is not null);
    }

    [GeneratedRegex(@"^(nguoi lap|nguoi ky|nguoi bao cao|nguoi tong hop|thu truong|giam doc|chu tich|pho chu tich|bo truong|thu ky|chanh van phong|tm uy ban|tm ubnd|kt |tl |tuq |noi nhan|ky ten|dai dien|ngay \d{1,2} thang \d{1,2}|.* ngay \d{1,2} thang \d{1,2} nam \d{4}$)")]
    private static partial Regex Signature();

    /// <summary>"Tổng cộng", "Cộng I", "Tổng (I + II)", "Tổng số: 12 chỉ tiêu"; "Tổng số tổ công nghệ…" is the name of something.</summary>
    [GeneratedRegex(@"^(tong|tong cong|tong so|cong|tong hop|total|subtotal|sub total|grand total)( (chung|muc|phan|nhom|toan tinh|toan thanh pho|[ivx]+|[a-e]|va|\d{1,3}( chi tieu)?))*$")]
    private static partial Regex Total();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{1,4}-\d{1,3}$")]
    private static partial Regex CodeLike();
}

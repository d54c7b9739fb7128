using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>Rows of a sheet that are no data and no fault: column numbers, section headings, subtotals, the block of signatures.</summary>
internal sealed partial class PassedOver(ReportingCatalogue catalogue, bool isSheet)
{
    private bool isFirst = true;
    private bool isSigned;

    public bool Passes(ReportRow data, GridRow row)
    {
        var first = isFirst;
        isFirst = false;
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
        isSigned = isSigned || Signature().IsMatch(folded) || row.Cells.Any(c => Signature().IsMatch(Fold.Of(c.Text)));
        return isSigned || Total().IsMatch(folded) || HasNoFigure(data);
    }

    private static bool HasNoFigure(ReportRow data) =>
        data.Cell(ReportColumn.Value).IsEmpty && data.Cell(ReportColumn.Cumulative).IsEmpty && !CodeLike().IsMatch(data.Text(ReportColumn.Indicator));

    /// <summary>The row under the header that numbers the columns: 1, 2, 3 or (1), (2), (3), the first ones perhaps A and B.</summary>
    private static bool IsColumnNumbers(GridRow row)
    {
        var cells = row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text.Trim('(', ')', ' ')).ToList();
        var numbers = cells.SkipWhile(c => c.Length == 1 && char.IsAsciiLetter(c[0])).ToList();
        return numbers.Count > 1 && numbers.Select((c, i) => (c, i)).All(x => int.TryParse(x.c.Split('=')[0], out var n) && n == x.i + int.Parse(numbers[0].Split('=')[0], System.Globalization.CultureInfo.InvariantCulture))
            && numbers[0].Split('=')[0] is "1" or "2" or "3";
    }

    private bool IsIndicator(ReportRow data)
    {
        var text = data.Text(ReportColumn.Indicator);
        return catalogue.FindIndicator(text) is not null
            || catalogue.Names.FindIndicator(text) is not null
            || (data.Text(ReportColumn.Name) is { Length: > 0 } name && catalogue.Names.FindIndicator(name) is not null);
    }

    [GeneratedRegex(@"^(nguoi lap|nguoi ky|nguoi bao cao|nguoi tong hop|thu truong|giam doc|chu tich|pho chu tich|bo truong|thu ky|chanh van phong|tm uy ban|tm ubnd|kt |tl |tuq |noi nhan|ky ten|dai dien|ngay \d{1,2} thang \d{1,2}|.* ngay \d{1,2} thang \d{1,2} nam \d{4}$)")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(tong|tong cong|tong so|cong|tong hop|total|subtotal)( |$)")]
    private static partial Regex Total();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{1,4}-\d{1,3}$")]
    private static partial Regex CodeLike();
}

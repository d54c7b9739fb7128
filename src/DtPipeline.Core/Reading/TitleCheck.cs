using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What stands above a table: whose report it says it is, of which period, in which unit. The path decides; a title that contradicts it keeps the file out.</summary>
internal sealed partial class TitleCheck(ReadContext context, string? sheet, bool isWorkbook)
{
    /// <summary>More than any title has; what stands behind it in a cell is running text.</summary>
    private const int LongestTitle = 1_000;

    public void Check(IEnumerable<GridRow> above)
    {
        var cells = above.SelectMany(r => r.Cells.Select((c, i) => (Row: r.Number, Column: i, Text: Beginning(c.Text)))).Where(c => c.Text.Length > 0).ToList();
        CheckPeriod(cells);
        CheckOrganisation(cells);
    }

    /// <summary>"Đơn vị tính: triệu đồng" above a table; empty where nothing is said.</summary>
    public static string UnitOf(IEnumerable<GridRow> above) => above
        .SelectMany(r => r.Cells)
        .Select(c => Unit().Match(c.Text))
        .Where(m => m.Success && UnitText.Of(m.Groups["unit"].Value).IsKnown)
        .Select(m => m.Groups["unit"].Value.Trim())
        .LastOrDefault(string.Empty);

    private void CheckPeriod(List<(int Row, int Column, string Text)> cells)
    {
        var own = context.Path.Period;
        var mentioned = cells
            .SelectMany(c => PeriodText.In(c.Text).Where(p => p.Frequency == own.Frequency).Select(p => (Cell: c, Period: p)))
            .ToList();
        if (mentioned.Count > 0 && !mentioned.Exists(m => m.Period == own))
        {
            var (cell, period) = mentioned[0];
            context.KeepOut(FaultKinds.TitlePeriod.At(PlaceOf(cell.Row, cell.Column), period.ToString(), own.ToString()));
        }
    }

    private void CheckOrganisation(List<(int Row, int Column, string Text)> cells)
    {
        var day = context.Path.Period.LastDay;
        (int Row, int Column, Organisation Organisation)? other = null;
        foreach (var (row, column, text) in cells)
        {
            foreach (var named in NamedIn(text, day))
            {
                if (named.Code == context.Path.Organisation.Code)
                {
                    return;
                }

                other ??= (row, column, named);
            }
        }

        if (other is { } found)
        {
            context.KeepOut(FaultKinds.TitleOrganisation.At(
                PlaceOf(found.Row, found.Column), found.Organisation.NameVi, $"{context.Path.Organisation.Code} ({context.Path.Organisation.NameVi})"));
        }
    }

    /// <summary>Organisations that a letterhead or a line "đơn vị báo cáo: …" names; a name in running text says nothing.</summary>
    private IEnumerable<Organisation> NamedIn(string text, DateOnly day)
    {
        var folded = Fold.Of(text);
        if (folded.Length == 0 || folded.StartsWith("kinh gui", StringComparison.Ordinal))
        {
            yield break;
        }

        var subject = Sender().Match(folded) is { Success: true } sender ? sender.Groups["name"].Value : folded;
        if (context.Catalogue.Names.FindOrganisation(subject, day) is { } whole && !subject.All(char.IsAsciiDigit))
        {
            yield return whole;
            yield break;
        }

        foreach (Match match in Province().Matches(folded))
        {
            var words = match.Groups["name"].Value.Split(' ');
            for (var n = Math.Min(words.Length, 5); n > 0; n--)
            {
                if (context.Catalogue.Names.FindOrganisation(string.Join(' ', words[..n]), day) is { Kind: OrganisationKind.Province } province)
                {
                    yield return province;
                    break;
                }
            }
        }
    }

    private static string Beginning(string text) => text.Length > LongestTitle ? text[..LongestTitle] : text;

    private Place PlaceOf(int row, int column) => new(sheet, row > 0 ? row : null, null, isWorkbook ? CellAddress.Of(row, column) : null);

    [GeneratedRegex(@"^\s*\(?\s*(đơn vị tính|đvt|đơn vị|don vi tinh|dvt|unit)\s*[:：]\s*(?<unit>[^)]{1,40})\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(don vi bao cao|co quan bao cao|don vi gui bao cao|ten don vi|co quan|reporting organisation|organisation) (?<name>.+)$")]
    private static partial Regex Sender();

    [GeneratedRegex(@"\b(ubnd tinh|ubnd thanh pho|ubnd tp|uy ban nhan dan tinh|uy ban nhan dan thanh pho|tinh|thanh pho|tp) (?=(?<name>[a-z ]+))")]
    private static partial Regex Province();
}

using System.Text.RegularExpressions;
using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Texts;

namespace DtPipeline.Reading;

/// <summary>What stands above a table: whose report it says it is, of which period, in which unit. The path decides; a title that contradicts it keeps the file out.</summary>
internal sealed partial class TitleCheck(ReadContext context, Grid grid)
{
    /// <summary>More than any title has; what stands behind it in a cell is running text.</summary>
    private const int LongestTitle = 1_000;

    /// <summary>A period without a year in more than a line is not what the report is of.</summary>
    private const int LongestHeadline = 150;

    /// <summary>Whether a sheet among others is by its name of another period, and nothing above its table says that it is of the file's.</summary>
    public bool IsOfOtherPeriod(IEnumerable<GridRow> above)
    {
        var own = context.Path.Period;
        if (grid.Name is not { } name || !IsOther(name, own) || Cells(above).Any(c => PeriodMention.In(c.Text, own).Any(m => m.Period == own)))
        {
            return false;
        }

        context.Faults.Add(FaultKinds.SheetOtherPeriod.At(new Place(grid.Sheet, null, null), name, own.ToString()));
        return true;
    }

    public void Check(IEnumerable<GridRow> above)
    {
        var cells = Cells(above);
        CheckPeriod(cells);
        CheckOrganisation(cells);
    }

    private static bool IsOther(string name, Period own)
    {
        var mentions = PeriodMention.In(name, own);
        return mentions.Count > 0 ? mentions.All(m => m.Period != own)
            : HeaderPeriod.In(Fold.Of(name)) is ({ Kind: "year", Year: { } year }, "") && year != own.Year;
    }

    private static List<(int Row, int Column, string Text)> Cells(IEnumerable<GridRow> above) =>
        [.. above.SelectMany(r => r.Cells.Select((c, i) => (Row: r.Number, Column: i, Text: Beginning(c.Text)))).Where(c => c.Text.Length > 0)];

    /// <summary>"Đơn vị tính: triệu đồng" above a table; empty where nothing is said.</summary>
    public static string UnitOf(IEnumerable<GridRow> above) => above
        .SelectMany(r => r.Cells)
        .Where(c => c.Text.Length < LongestTitle)
        .Select(c => Unit().Match(c.Text) is { Success: true } alone ? alone : UnitBehind().Match(c.Text))
        .Where(m => m.Success && UnitText.Of(m.Groups["unit"].Value).IsKnown)
        .Select(m => m.Groups["unit"].Value.Trim())
        .LastOrDefault(string.Empty);

    private void CheckPeriod(List<(int Row, int Column, string Text)> cells)
    {
        var own = context.Path.Period;
        var mentioned = cells.SelectMany(c => PeriodMention.In(c.Text, own).Select(m => (Cell: c, Mention: m))).ToList();
        if (mentioned.Exists(m => m.Mention.Period == own) || mentioned.Find(m => m.Mention.IsReported && (m.Mention.HasYear || m.Cell.Text.Length < LongestHeadline)) is not { Mention: { } other } found)
        {
            return;
        }

        // Both sheets of a workbook may be named by their periods; then the name of this one speaks for it.
        if (grid.Name is not { } name || !PeriodMention.In(name, own).Any(m => m.Period == own))
        {
            context.KeepOut(FaultKinds.TitlePeriod.At(PlaceOf(found.Cell.Row, found.Cell.Column), other.Period.ToString(), own.ToString()));
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
        if (folded.Length == 0 || folded.StartsWith("kinh gui", StringComparison.Ordinal) || (Dateline().IsMatch(folded) && !folded.Contains("ubnd", StringComparison.Ordinal) && !folded.Contains("uy ban", StringComparison.Ordinal)))
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

    private Place PlaceOf(int row, int column) => new(grid.Sheet, row > 0 ? row : null, null, grid.IsWorkbook ? CellAddress.Of(row, column) : null);

    /// <summary>At the end of a title: "Biểu 1: … (ĐVT: nghìn người)".</summary>
    [GeneratedRegex(@"(đơn vị tính|đvt)\s*[:：]\s*(?<unit>[^)]{1,40})\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^\s*\(?\s*(đơn vị tính|đvt|đơn vị|don vi tinh|dvt|unit)\s*[:：]\s*(?<unit>[^)]{1,40})\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    /// <summary>"TP. Hà Nội, ngày 20 tháng 10 năm 2025" says where a report was signed, and not whose it is.</summary>
    [GeneratedRegex(@"^(tp|thanh pho|tinh)?[a-z ]{0,40} ngay( \d{1,2})?( thang| \d{1,2} |$)")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(don vi bao cao|co quan bao cao|don vi gui bao cao|ten don vi|co quan|reporting organisation|organisation) (?<name>.+)$")]
    private static partial Regex Sender();

    [GeneratedRegex(@"\b(ubnd tinh|ubnd thanh pho|ubnd tp|uy ban nhan dan tinh|uy ban nhan dan thanh pho|tinh|thanh pho|tp) (?=(?<name>[a-z ]+))")]
    private static partial Regex Province();
}

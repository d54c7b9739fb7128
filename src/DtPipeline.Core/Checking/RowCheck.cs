using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Grids;
using DtPipeline.Reading;
using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>Everything about a row but its numbers: whose it is, which indicator, with which status, in which unit.</summary>
internal sealed class RowCheck(ReadContext context)
{
    private const int LongestNote = 1_000;

    /// <summary>Different texts of the column "Đơn vị" that are remembered; a report has a dozen.</summary>
    private const int MostUnits = 1_000;

    private readonly IndicatorCheck indicators = new(context);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> organisations = new(StringComparer.Ordinal);
    private readonly UnitCheck units = new(context);
    private string? ownOrganisation;
    private string? ownPeriod;

    /// <summary>Codes of what the rows so far are about.</summary>
    public IReadOnlyCollection<string> Named => named;

    /// <param name="subject">What the row is about.</param>
    /// <returns>False where a fault keeps the row out, which is told.</returns>
    public bool Check(ReportRow row, out RowSubject subject)
    {
        subject = default;
        CheckWhose(row);
        var indicator = indicators.Check(row);
        var status = CheckStatus(row);
        if (indicator is null)
        {
            return false;
        }

        named.Add(indicator.Code);
        if (row.Header.Values.Count == 0 || (!indicator.Cumulative && !row.Header.Has(ReportColumn.Value)))
        {
            context.Faults.Add(FaultKinds.ColumnMissing.At(row.At(ReportColumn.Cumulative), row.Header.NameOf(ReportColumn.Cumulative), "value"));
            return false;
        }

        if (Chosen(row, indicator) is not { } chosen)
        {
            return false;
        }

        var unit = chosen.Text(ReportColumn.Unit) is { Length: > 0 } text && !IsOrganisation(chosen, text) ? text : null;
        if (units.IsOutOfTotal(chosen, unit, indicator))
        {
            context.Faults.Add(FaultKinds.ColumnUnclear.At(chosen.At(chosen.Header.Values[0].Column), $"{chosen.Header.Values[0].FullName} | {chosen.Header.Total!.Value.Name}", indicator.Code));
            return false;
        }

        var factor = units.Check(chosen, unit, indicator);

        // An unknown status costs the row; what else is wrong with it is told as well.
        subject = new RowSubject(chosen, indicator, status ?? ObservationStatus.Normal, NoteOf(row), factor, chosen.Header.Values[0].Column);
        return true;
    }

    /// <summary>The row with the one column that holds its value; null where it cannot be told, which is a fault of the row.</summary>
    private ReportRow? Chosen(ReportRow row, Indicator indicator)
    {
        var values = row.Header.Values;
        if (values is [{ IsPart: false, Measure: LabelMeasure.None }])
        {
            return row;
        }

        var left = ValueChoice.Of(values, indicator, v => CellNumber.Of(row.Grid[v.Place]) is not null, UnitText.Of(row.Text(ReportColumn.Unit)).Dimension == Dimension.Percent);
        if (left is [var one])
        {
            return row.Under(row.Header.For(one));
        }

        if (left.Count > 1 && left.All(v => row.Grid[v.Place].Text == row.Grid[left[0].Place].Text && row.Grid[v.Place].Kind == row.Grid[left[0].Place].Kind))
        {
            // Nothing to choose: all say the same, most often nothing.
            return row.Under(row.Header.For(left[0]));
        }

        var candidates = left.Count > 0 ? left : values;
        var first = row.Under(row.Header.For(candidates[0])).At(candidates[0].Column);
        context.Faults.Add(FaultKinds.ColumnUnclear.At(first, string.Join(" | ", candidates.Select(v => v.FullName).Take(6)), indicator.Code));
        return null;
    }

    private string? NoteOf(ReportRow row)
    {
        var text = row.Header.IsWorkbook ? row.Text(ReportColumn.Note) : FormulaMark.Off(row.Text(ReportColumn.Note));
        if (Mojibake.Find(text) is { } meant)
        {
            context.Faults.Add(FaultKinds.TextMojibake.At(row.At(ReportColumn.Note), text, meant));
        }

        return text.Length > 0 ? Cut(text) : null;
    }

    private void CheckWhose(ReportRow row)
    {
        var own = context.Path.Organisation;
        if (row.Text(ReportColumn.Organisation) is { Length: > 0 } organisation && organisation != own.Code && organisation != ownOrganisation)
        {
            CheckOrganisation(row, organisation, ReportColumn.Organisation);
        }

        if (row.Text(ReportColumn.Unit) is { Length: > 0 } unit && unit != ownOrganisation && IsOrganisation(row, unit))
        {
            CheckOrganisation(row, unit, ReportColumn.Unit);
        }

        if (row.Cell(ReportColumn.Period) is { IsEmpty: false } cell && cell.Text != ownPeriod)
        {
            CheckPeriod(row, cell);
        }
    }

    /// <summary>"Đơn vị" heads units of measure and bodies alike; what stands below it tells which.</summary>
    private bool IsOrganisation(ReportRow row, string text)
    {
        if (row.Header.NameOf(ReportColumn.Unit) is not { } head || Fold.Of(head) != "don vi")
        {
            return false;
        }

        if (organisations.TryGetValue(text, out var known))
        {
            return known;
        }

        var isOne = !UnitText.Of(text).IsKnown && text.Any(char.IsLetter) && (BodyWords.Begin(text) || context.Catalogue.Names.FindOrganisation(text, context.Path.Period.LastDay) is not null);
        if (organisations.Count < MostUnits)
        {
            organisations[text] = isOne;
        }

        return isOne;
    }

    private void CheckOrganisation(ReportRow row, string organisation, ReportColumn column)
    {
        var (own, period) = (context.Path.Organisation, context.Path.Period);
        if (context.Catalogue.Names.FindOrganisation(SdmxLabel.Without(organisation), period.LastDay)?.Code != own.Code)
        {
            context.Faults.Add(FaultKinds.RowOrganisation.At(row.At(column), organisation, own.Code));
        }
        else
        {
            ownOrganisation = organisation;
        }
    }

    private void CheckPeriod(ReportRow row, GridCell cell)
    {
        if (!IsPeriod(cell, context.Path.Period))
        {
            context.Faults.Add(FaultKinds.RowPeriod.At(row.At(ReportColumn.Period), cell.Text, context.Path.Period.ToString()));
        }
        else if (cell.Kind == CellKind.Text)
        {
            ownPeriod = cell.Text;
        }
    }

    private static bool IsPeriod(GridCell cell, Period period) => cell.Kind == CellKind.Date
        ? DateOnly.TryParse(cell.Text.AsSpan(0, 10), System.Globalization.CultureInfo.InvariantCulture, out var day) && Period.Containing(period.Frequency, day) == period
        : PeriodText.Whole(SdmxLabel.Without(cell.Text), period.Year) == period;

    private static bool Keeps(string action) => action.ToUpperInvariant() is "I" or "A" or "M" or "R" or "U";

    private string? CheckStatus(ReportRow row)
    {
        var action = row.Text(ReportColumn.Action);
        if (action.Equals("D", StringComparison.OrdinalIgnoreCase))
        {
            return ObservationStatus.Withdrawn;
        }

        if (action.Length > 0 && !Keeps(action))
        {
            context.Faults.Add(FaultKinds.StatusUnknown.At(row.At(ReportColumn.Action), action, "I, A, M, R, D"));
            return null;
        }

        var text = SdmxLabel.Without(row.Text(ReportColumn.Status));
        if (text.Length == 0)
        {
            return row.Header.IsEstimate ? ObservationStatus.Estimated : ObservationStatus.Normal;
        }

        var status = ObservationStatus.All.FirstOrDefault(s => s.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (status is null)
        {
            context.Faults.Add(FaultKinds.StatusUnknown.At(row.At(ReportColumn.Status), text, string.Join(", ", ObservationStatus.All)));
        }

        return status;
    }

    private static string Cut(string note) =>
        note.Length <= LongestNote ? note : note[..(char.IsHighSurrogate(note[LongestNote - 1]) ? LongestNote - 1 : LongestNote)];
}

/// <param name="Row">With the one column that holds its value.</param>
/// <param name="Factor">What a value without a unit of its own is multiplied by to be in the indicator's unit.</param>
/// <param name="Column">The column that holds this indicator's value.</param>
internal readonly record struct RowSubject(ReportRow Row, Indicator Indicator, string Status, string? Note, decimal Factor, ReportColumn Column);

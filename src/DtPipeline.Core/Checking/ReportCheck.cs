using System.Globalization;
using DtPipeline.Catalogue;
using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>Checks the rows of a report against the catalogue: every fault in one pass, every good cell kept.</summary>
public static class ReportCheck
{
    /// <summary>A receipt lists every fault up to this many, then says how many more there are.</summary>
    internal const int MostFaults = 10_000;

    private const int LongestNote = 1_000;

    public static CheckedReport Check(ReportTable table, ReportPath path, ReportingCatalogue catalogue)
    {
        var faults = table.Faults.ToList();
        var styles = new[] { ReportColumn.Value, ReportColumn.Numerator, ReportColumn.Denominator }.ToDictionary(c => c, c => ColumnStyle(table.Rows, c));
        var owed = catalogue.FormsOwed(path.Period, path.Organisation).SelectMany(f => f.Indicators).Select(i => i.Indicator).ToHashSet(StringComparer.Ordinal);
        var cells = new List<CheckedCell>();
        var missing = 0;
        var faulty = table.FaultyRows;

        foreach (var row in table.Rows)
        {
            var before = faults.Count;
            var cell = CheckRow(row, path, catalogue, styles, faults);
            if (faults.Skip(before).Any(f => f.Severity == Severity.Error))
            {
                faulty++;
            }
            else if (cell is null)
            {
                missing++;
            }
            else
            {
                if (!owed.Contains(cell.Indicator.Code))
                {
                    faults.Add(FaultKinds.IndicatorNotOwed.At(row.At(ReportColumn.Indicator), cell.Indicator.Code));
                }

                cells.Add(cell);
            }
        }

        var (kept, repeated, conflicting) = OneCellEach(cells, faults);
        if (kept.Count == 0 && missing > 0 && faulty + conflicting == 0)
        {
            faults.Add(FaultKinds.FileNothingToStore.At(Place.WholeFile));
        }

        if (faults.Count > MostFaults)
        {
            // Errors first: a remark never takes the place of what keeps a row out.
            var more = (faults.Count - MostFaults).ToString(CultureInfo.InvariantCulture);
            faults = [.. faults.OrderBy(f => f.Severity).Take(MostFaults)];
            faults.Add(FaultKinds.FaultsMore.At(Place.WholeFile, more, MostFaults.ToString(CultureInfo.InvariantCulture)));
        }

        return new CheckedReport(kept, faults, table.Rows.Count + table.FaultyRows, missing, repeated, faulty + conflicting);
    }

    private static CheckedCell? CheckRow(ReportRow row, ReportPath path, ReportingCatalogue catalogue, Dictionary<ReportColumn, NumberStyle> styles, List<Fault> faults)
    {
        CheckWhose(row, path, faults);
        var indicator = CheckIndicator(row, path.Period, catalogue, faults);
        var status = CheckStatus(row, faults);
        if (indicator is null || status is null)
        {
            return null;
        }

        CheckUnit(row, indicator, faults);
        var note = row.Text(ReportColumn.Note) is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestNote)] : null;
        var value = row.Text(ReportColumn.Value);
        if (status == ObservationStatus.Nil && !NothingWords.IsNil(value) && !NothingWords.IsMissing(value))
        {
            faults.Add(FaultKinds.StatusWithValue.At(row.At(ReportColumn.Value), value));
            return null;
        }

        if (status is ObservationStatus.Withdrawn or ObservationStatus.Nil || NothingWords.IsNil(value))
        {
            var kept = status == ObservationStatus.Withdrawn ? status : ObservationStatus.Nil;
            return new CheckedCell(indicator, null, kept, null, null, note, row.At(ReportColumn.Value));
        }

        if (NothingWords.IsMissing(value) && !CellValue.IsMark(value, indicator))
        {
            return null;
        }

        var number = CellValue.Read(row, ReportColumn.Value, indicator, styles[ReportColumn.Value], faults);
        var numerator = CellValue.ReadPart(row, ReportColumn.Numerator, styles[ReportColumn.Numerator], faults);
        var denominator = CellValue.ReadPart(row, ReportColumn.Denominator, styles[ReportColumn.Denominator], faults);
        CellValue.CompareWithParts(row, indicator, number, numerator, denominator, faults);
        return number is null ? null : new CheckedCell(indicator, number, status, numerator, denominator, note, row.At(ReportColumn.Value));
    }

    private static void CheckWhose(ReportRow row, ReportPath path, List<Fault> faults)
    {
        if (row.Text(ReportColumn.Organisation) is { Length: > 0 } organisation && organisation != path.Organisation.Code)
        {
            faults.Add(FaultKinds.RowOrganisation.At(row.At(ReportColumn.Organisation), organisation, path.Organisation.Code));
        }

        if (row.Text(ReportColumn.Period) is { Length: > 0 } period && period != path.Period.ToString())
        {
            faults.Add(FaultKinds.RowPeriod.At(row.At(ReportColumn.Period), period, path.Period.ToString()));
        }
    }

    private static Indicator? CheckIndicator(ReportRow row, Period period, ReportingCatalogue catalogue, List<Fault> faults)
    {
        var place = row.At(ReportColumn.Indicator);
        var code = row.Text(ReportColumn.Indicator);
        var indicator = catalogue.FindIndicator(code);
        var fault = (code, indicator) switch
        {
            ("", _) => FaultKinds.IndicatorMissing.At(place, expected: "GOV-01"),
            (_, null) => FaultKinds.IndicatorUnknown.At(place, code, "GOV-01, DG-05"),
            (_, { NationalOnly: true }) => FaultKinds.IndicatorNational.At(place, code),
            (_, var i) when i.Frequency != period.Frequency => FaultKinds.IndicatorFrequency.At(place, code, i.Frequency.Name()),
            (_, var i) when !i.IsReportedFor(period) => FaultKinds.IndicatorClosed.At(place, code, $"{i.ValidTo:O}"),
            _ => null,
        };
        if (fault is not null)
        {
            faults.Add(fault);
            return null;
        }

        return indicator;
    }

    private static string? CheckStatus(ReportRow row, List<Fault> faults)
    {
        var text = row.Text(ReportColumn.Status);
        if (text.Length == 0)
        {
            return ObservationStatus.Normal;
        }

        var status = text == "D" ? ObservationStatus.Withdrawn : ObservationStatus.All.FirstOrDefault(s => s.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (status is null)
        {
            faults.Add(FaultKinds.StatusUnknown.At(row.At(ReportColumn.Status), text, string.Join(", ", ObservationStatus.All)));
        }

        return status;
    }

    private static void CheckUnit(ReportRow row, Indicator indicator, List<Fault> faults)
    {
        var unit = row.Text(ReportColumn.Unit);
        if (unit.Length > 0 && unit != indicator.Unit && !(unit == "%" && indicator.Unit == "percent"))
        {
            faults.Add(FaultKinds.UnitOther.At(row.At(ReportColumn.Unit), unit, indicator.Unit));
        }
    }

    /// <summary>The style that all undoubted numbers of a column share; <see cref="NumberStyle.Doubtful"/> where they disagree or there are none.</summary>
    private static NumberStyle ColumnStyle(IReadOnlyList<ReportRow> rows, ReportColumn column)
    {
        var styles = rows
            .Select(r => NumberText.Of(r.Text(column)).Style)
            .Where(s => s is NumberStyle.Comma or NumberStyle.Point)
            .Distinct()
            .ToList();
        return styles.Count == 1 ? styles[0] : NumberStyle.Doubtful;
    }

    private static (List<CheckedCell> Kept, int Repeated, int Conflicting) OneCellEach(List<CheckedCell> cells, List<Fault> faults)
    {
        var kept = new List<CheckedCell>();
        var repeated = 0;
        var conflicting = 0;
        foreach (var same in cells.GroupBy(c => c.Indicator.Code))
        {
            var all = same.ToList();
            if (all.TrueForAll(c => c.Value == all[0].Value && c.Status == all[0].Status))
            {
                kept.Add(all[0]);
                repeated += all.Count - 1;
                faults.AddRange(all.Skip(1).Select(c => FaultKinds.CellRepeated.At(c.Place, c.Indicator.Code)));
            }
            else
            {
                conflicting += all.Count;
                var values = string.Join(" / ", all.Select(c => c.Value?.ToString(CultureInfo.InvariantCulture) ?? c.Status));
                faults.AddRange(all.Select(c => FaultKinds.CellConflict.At(c.Place, values, "one value")));
            }
        }

        return (kept, repeated, conflicting);
    }
}

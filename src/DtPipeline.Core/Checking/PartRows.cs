using DtPipeline.Catalogue;
using DtPipeline.Faults;
using DtPipeline.Reading;
using DtPipeline.Texts;

namespace DtPipeline.Checking;

/// <summary>
/// Rows of a part of the whole ("Nữ", "Nông thôn") by a column that says so. They are set aside where the file has the whole in a row of its
/// own; where it has only parts, none of them is the indicator's value.
/// </summary>
internal sealed class PartRows(ReadContext context)
{
    private readonly List<(ReportHeader Header, int Row, string Part, Indicator Indicator)> parts = [];
    private readonly HashSet<Indicator> wholes = new(ReferenceEqualityComparer.Instance);

    /// <returns>True where the row is of a part, which is kept in mind until the file has been read.</returns>
    public bool Takes(ReportRow row, Indicator indicator)
    {
        foreach (var place in row.Header.Parts)
        {
            var text = row.Grid[place].Text;
            if (!IsWhole(text, indicator))
            {
                parts.Add((row.Header, row.Number, text, indicator));
                return true;
            }
        }

        wholes.Add(indicator);
        return false;
    }

    /// <summary>Tells of every part.</summary>
    /// <returns>How many are set aside, and how many are of indicators without a whole.</returns>
    public (int Passed, int Faulty) Close()
    {
        var passed = 0;
        foreach (var (header, row, part, indicator) in parts)
        {
            var isBesideWhole = wholes.Contains(indicator);
            passed += isBesideWhole ? 1 : 0;
            var place = ReportRow.PlaceOf(header, row, ReportColumn.Indicator);
            context.Faults.Add(isBesideWhole ? FaultKinds.RowOfPart.At(place, part, indicator.Code) : FaultKinds.RowOnlyParts.At(place, part, indicator.Code));
        }

        return (passed, parts.Count - passed);
    }

    /// <summary>All of it, by word, code or the sender's own name; or the part that the indicator itself is about.</summary>
    private bool IsWhole(string text, Indicator indicator) =>
        NothingWords.IsMissing(text)
        || ColumnWords.IsWhole(Fold.Of(text))
        || context.Catalogue.Names.FindOrganisation(text, context.Path.Period.LastDay)?.Code == context.Path.Organisation.Code
        || ValueChoice.IsNamed(text, indicator);
}

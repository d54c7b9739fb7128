using DtPipeline.Reading;

namespace DtPipeline.Checking;

/// <summary>What the cells of one column say together about how its numbers are written.</summary>
internal sealed class ColumnFacts
{
    private bool hasComma;
    private bool hasPoint;
    private bool hasMarkedPercent;
    private bool hasPercentAboveOne;
    private bool hasFraction;

    /// <summary>The style that all undoubted numbers share; <see cref="NumberStyle.Doubtful"/> where they disagree or there are none.</summary>
    public NumberStyle Style => (hasComma, hasPoint) switch
    {
        (true, false) => NumberStyle.Comma,
        (false, true) => NumberStyle.Point,
        _ => NumberStyle.Doubtful,
    };

    /// <summary>Every percentage is at most 1 and none is marked as percent: 0.8 stands for 80 %.</summary>
    public bool IsFractions => hasFraction && !hasMarkedPercent && !hasPercentAboveOne;

    public void Note(NumberStyle style)
    {
        hasComma |= style == NumberStyle.Comma;
        hasPoint |= style == NumberStyle.Point;
    }

    /// <summary>Notes the value of a percentage, as far as it is beyond doubt how to read it.</summary>
    public void NotePercent(CellNumber number)
    {
        if (number.IsPercent)
        {
            hasMarkedPercent = true;
        }
        else if (number.Style is not NumberStyle.Doubtful and not NumberStyle.NotNumber)
        {
            var value = Math.Abs(number.Value(NumberStyle.Plain));
            hasPercentAboveOne |= value > 1;
            hasFraction |= value is > 0 and < 1;
        }
        else
        {
            // 1.234 is more than 1 in either reading.
            hasPercentAboveOne = true;
        }
    }
}

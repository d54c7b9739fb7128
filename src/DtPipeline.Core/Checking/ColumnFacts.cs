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
    private bool hasOneByPoint;
    private bool hasOneByComma;

    /// <summary>The style that all undoubted numbers share; <see cref="NumberStyle.Doubtful"/> where they disagree or there are none.</summary>
    public NumberStyle Style => (hasComma, hasPoint) switch
    {
        (true, false) => NumberStyle.Comma,
        (false, true) => NumberStyle.Point,
        _ => NumberStyle.Doubtful,
    };

    /// <summary>Every percentage is at most 1 and none is marked as percent: 0.8 stands for 80 %.</summary>
    public bool IsFractions => hasFraction && !hasMarkedPercent && !hasPercentAboveOne && !HasThousand;

    /// <summary>1.000 is one where the column writes its decimals with a point.</summary>
    private bool HasThousand => (hasOneByPoint && Style != NumberStyle.Point) || (hasOneByComma && Style != NumberStyle.Comma);

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
            // 1.234 is more than 1 in either reading, 1.000 in one.
            var (isOneByPoint, isOneByComma) = (Math.Abs(number.Value(NumberStyle.Point)) is 1, Math.Abs(number.Value(NumberStyle.Comma)) is 1);
            hasOneByPoint |= isOneByPoint;
            hasOneByComma |= isOneByComma;
            hasPercentAboveOne |= !isOneByPoint && !isOneByComma;
        }
    }
}

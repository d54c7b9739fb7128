using DtPipeline.Texts;

namespace DtPipeline.Deadlines;

/// <summary>The states of an obligation as people read them.</summary>
internal static class StateWords
{
    public static Bilingual Of(ObligationState state) => state switch
    {
        ObligationState.Expected => new("chưa đến hạn", "expected"),
        ObligationState.OnTime => new("đúng hạn", "on time"),
        ObligationState.Late => new("nộp muộn", "late"),
        ObligationState.Nil => new("không phát sinh", "nil"),
        ObligationState.Faulty => new("có lỗi", "faulty"),
        ObligationState.Missing => new("chưa nộp", "missing"),
        _ => new("miễn", "exempt"),
    };
}

using DtPipeline.Deadlines;

namespace DtPipeline.Amending;

/// <summary>An obligation of which two catalogues say two things.</summary>
/// <param name="From">Null where it was not owed.</param>
/// <param name="To">Null where it is owed no more.</param>
public sealed record ObligationChange(string Form, string Organisation, string Period, Judgement? From, Judgement? To)
{
    /// <summary>Something may have been received, whatever became of it.</summary>
    public bool IsOfFiled => new[] { From, To }.Any(j => j?.State is not (null or ObligationState.Expected or ObligationState.Missing));
}

/// <summary>What a catalogue says of one obligation.</summary>
/// <param name="Required">Codes of the indicators that the form requires for the period, in order.</param>
public sealed record Judgement(ObligationState State, DateOnly Due, int Provided, IReadOnlyList<string> Required)
{
    /// <summary>Whether every required indicator has a value or a nil.</summary>
    public bool IsComplete => Provided == Required.Count;

    public bool IsSameAs(Judgement? other) =>
        other is not null && (State, Due, Provided) == (other.State, other.Due, other.Provided) && Required.SequenceEqual(other.Required, StringComparer.Ordinal);
}

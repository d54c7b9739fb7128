namespace DtPipeline.Amending;

/// <summary>One difference between two states of a catalogue file.</summary>
/// <param name="Line">What the line is about, by the columns that name it: "PROV-Q GOV-05".</param>
/// <param name="Column">Null where the whole line is new or gone.</param>
/// <param name="From">Null where the line is new.</param>
/// <param name="To">Null where the line is gone.</param>
public sealed record LineChange(string File, string Line, string? Column, string? From, string? To)
{
    public override string ToString() => (Column, From, To) switch
    {
        (null, null, _) => $"{File}: {Line} is new",
        (null, _, _) => $"{File}: {Line} is gone",
        _ => $"{File}: {Line}, {Column}: {Shown(From)} -> {Shown(To)}",
    };

    private static string Shown(string? cell) => cell is { Length: > 0 } ? $"'{cell}'" : "blank";
}

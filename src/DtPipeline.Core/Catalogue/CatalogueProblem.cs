using DtPipeline.Texts;

namespace DtPipeline.Catalogue;

/// <summary>What is wrong with a line of a catalogue file; line 1 is the header.</summary>
/// <param name="Message">One line, whatever it quotes.</param>
public sealed record CatalogueProblem(string File, int Line, string Message)
{
    private const int LongestMessage = 500;

    public string Message { get; init; } = OneLine.Of(Message, LongestMessage);

    public override string ToString() => $"{File}, line {Line}: {Message}";
}

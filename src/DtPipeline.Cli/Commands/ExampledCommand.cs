using System.CommandLine;

namespace DtPipeline.Cli.Commands;

/// <summary>A command whose help ends with lines that can be typed as they stand.</summary>
internal sealed class ExampledCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DtPipeline.Cli.Commands;

/// <summary>The help of a command, with its examples and where the exit codes are told.</summary>
internal sealed class ExampledHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var ended = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampledCommand { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return ended;
    }
}

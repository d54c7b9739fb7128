using System.CommandLine;
using DtPipeline.Cli.Client;
using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>What all commands share that ask a running server.</summary>
internal sealed record RemoteCommand(ServerOptions Server, Screen Screen, Guard Guarded, TimeProvider Clock)
{
    public ExampledCommand With(ExampledCommand command, Func<ParseResult, ApiClient, CancellationToken, Task<Outcome>> run)
    {
        Server.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Guarded(
            async token =>
            {
                using var api = Server.Open(arguments);
                return (await run(arguments, api, token)).ExitCode;
            },
            cancellationToken));
        return command;
    }
}

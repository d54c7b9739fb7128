namespace DtPipeline.Cli.Commands;

/// <summary>Runs a command's work, and turns what a person can put right into a sentence and an exit code.</summary>
internal delegate Task<int> Guard(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken);

using DtPipeline.Cli.Showing;

namespace DtPipeline.Cli.Commands.Remote;

/// <summary>Whose report a file is, and of which period.</summary>
internal sealed record Destination(string Organisation, string Period)
{
    /// <summary>What is said counts; what is not said is read off the folders that the file lies in, as in <c>P34-01/2025-Q3/bao-cao.xlsx</c>.</summary>
    /// <exception cref="CommandException">Neither says it.</exception>
    public static Destination Of(FileInfo file, string? organisation, string? period)
    {
        var folder = file.Directory;
        var inFolder = Catalogue.Period.TryParse(folder?.Name ?? string.Empty, out var read) ? new Destination(folder!.Parent?.Name ?? string.Empty, read.ToString()) : null;
        return new Destination(
            organisation ?? (inFolder is { Organisation.Length: > 0 } ? inFolder.Organisation : throw Unsaid(file, "whose report", "--organisation P34-01")),
            period ?? inFolder?.Period ?? throw Unsaid(file, "of which period", "--period 2025-Q3"));
    }

    private static CommandException Unsaid(FileInfo file, string what, string option) => new(
        Outcome.BadUsage, $"It is not said {what} {file.Name} is.", $"Give {option}, or put the file into folders like P34-01/2025-Q3.");
}

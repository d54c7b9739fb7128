using System.Diagnostics;

namespace DtPipeline.Worker.Tests.Hosting;

/// <summary>How the Functions host starts a function app as a worker of its own.</summary>
internal static class WorkerCommand
{
    public const string WorkerId = "worker-1";

    private const int MostMessageBytes = 134_217_728;

    /// <param name="assembly">Path of the app, whose folder it is told to be in. What it writes is left to the caller.</param>
    /// <param name="host">Address at which the host listens.</param>
    public static ProcessStartInfo Of(string assembly, string host, IReadOnlyDictionary<string, string> settings)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        var start = new ProcessStartInfo(
            "dotnet",
            [
                assembly, "--functions-uri", host, "--functions-worker-id", WorkerId, "--functions-request-id", Guid.NewGuid().ToString(),
                "--functions-grpc-max-message-length", $"{MostMessageBytes}",
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

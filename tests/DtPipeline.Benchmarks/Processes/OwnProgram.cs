using System.Diagnostics;

namespace DtPipeline.Benchmarks.Processes;

/// <summary>This program once more, as a process of its own.</summary>
internal static class OwnProgram
{
    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Under <c>dotnet run</c> the process is the program itself, under <c>dotnet x.dll</c> it is dotnet.</summary>
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OwnProgram).Assembly.Location] : [];
}

using Microsoft.Testing.Platform.Builder;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace DtPipeline.Pipeline.Tests.Support;

/// <summary>What xUnit generates for a program of tests, for one that has commands of its own.</summary>
internal static class TestProgram
{
    /// <param name="extensions">Those that the build lists for the program.</param>
    public static Task<int> RunAsync(string[] args, Action<ITestApplicationBuilder, string[]> extensions) =>

        // `dotnet test` is told of each test; a person reads of them.
        args.Contains("--server") ? TestPlatformTestFramework.RunAsync(args, extensions) : ConsoleRunner.Run(args);
}

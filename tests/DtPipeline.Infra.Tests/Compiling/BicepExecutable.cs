using System.Reflection;

namespace DtPipeline.Infra.Tests.Compiling;

/// <summary>Where the Bicep compiler is: in its package, else on the PATH, else where <c>az bicep install</c> puts it.</summary>
internal static class BicepExecutable
{
    public const string HowToGetIt = "The tests of infra need the Bicep compiler, 0.49 or newer: 'az bicep install', or a 'bicep' on the PATH.";

    private static readonly string FileName = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";

    public static string? Path { get; } = Packaged().Concat(OnThePath()).Append(OfAzureCli()).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Packaged() => typeof(BicepExecutable).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Where(a => a.Key == "Bicep").Select(a => a.Value!);

    private static IEnumerable<string> OnThePath() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, FileName));

    private static string OfAzureCli()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return System.IO.Path.Combine(Environment.GetEnvironmentVariable("AZURE_CONFIG_DIR") ?? System.IO.Path.Combine(home, ".azure"), "bin", FileName);
    }
}

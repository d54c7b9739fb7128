using System.Diagnostics;

namespace AzureStandIns.Tests.Tables;

/// <summary>The programs in tools/local, installed when they are missing; only one test run at a time installs.</summary>
internal static class LocalTools
{
    private static readonly string _repositoryRoot = FindRepositoryRoot();

    private static string Directory => Path.Combine(_repositoryRoot, "tools", "local");

    public static async Task<string> AzuriteAsync()
    {
        var script = Path.Combine(Directory, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            using var onlyHere = await LockAsync(Path.Combine(_repositoryRoot, "artifacts", "npm-ci.lock"));
            if (!File.Exists(script))
            {
                await InstallAsync();
            }
        }

        return script;
    }

    private static async Task InstallAsync()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = Directory })!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci in tools/local failed with exit code {npm.ExitCode}.");
        }
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    private static string FindRepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "DtPipeline.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("DtPipeline.sln is in no directory above the tests.");
        }

        return directory.FullName;
    }
}
